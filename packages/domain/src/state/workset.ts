/**
 * All the state that a batch of events touches, loaded before and written back after. Rules read and change it and
 * nothing else, so they run the same on a server, a device and in a test.
 */
import type { FieldHistory } from '../merging/field-history.ts';
import type {
  Alert,
  ConflictRecord,
  DevicePlatform,
  Equipment,
  Maintenance,
  PhotoRecord,
  Product,
  ProductionRecord,
  TenantSettings,
  User,
  Well,
} from '@wellpulse/contracts';
import { TrackedRows } from './tracked-rows.ts';

/** Deleted rows stay: a record that is made again continues the version of the deleted one. */
export interface Deletable {
  readonly deleted: boolean;
}

export type WellRow = Well & Deletable;
export type ProductionRow = ProductionRecord & Deletable;
export type UserRow = Omit<User, 'lastLoginAt'> & Deletable;
export type EquipmentRow = Equipment & Deletable;
/** `photoUrls` are below the tenant's folder here, and so independent of its name. */
export type MaintenanceRow = Maintenance;
/** `aliasIds` are further ids under which the same bytes were sent. */
export type PhotoRow = Omit<PhotoRecord, 'blobName'> & { readonly aliasIds: readonly string[] };
export type AlertRow = Omit<Alert, 'wellName'>;

/** A device as the log knows it; its key and when it was seen are not in the log. */
export interface DeviceRow {
  readonly id: string;
  readonly name: string;
  readonly platform: DevicePlatform;
  readonly userId: string;
  readonly registeredAt: string;
  readonly revokedAt: string | null;
  readonly version: number;
}

/** A lineage of the log; the first one has no row. `id` counts them. */
export interface LineageRow {
  readonly id: number;
  readonly versionFloor: number;
  readonly begunAt: string;
  /** When a manager said that nothing more will come; null until then. */
  readonly closedAt: string | null;
}

export interface WorksetOptions {
  /**
   * True on a device: its own entries stand on top of what it mirrors until the server has judged them, and its clock
   * judges nothing.
   */
  readonly isReplica?: boolean;
}

export class Workset {
  readonly isReplica: boolean;
  readonly wells = new TrackedRows<WellRow>();
  readonly production = new TrackedRows<ProductionRow>();
  readonly users = new TrackedRows<UserRow>();
  readonly alerts = new TrackedRows<AlertRow>();
  readonly equipment = new TrackedRows<EquipmentRow>();
  readonly maintenance = new TrackedRows<MaintenanceRow>();
  readonly photos = new TrackedRows<PhotoRow>();
  readonly conflicts = new TrackedRows<ConflictRecord>();
  /** By record; a record without one has only its creation, which its row tells. */
  readonly histories = new TrackedRows<FieldHistory>();
  readonly devices = new TrackedRows<DeviceRow>();
  readonly settings = new TrackedRows<TenantSettings>();
  readonly lineages = new TrackedRows<LineageRow>();

  constructor({ isReplica = false }: WorksetOptions = {}) {
    this.isReplica = isReplica;
  }

  /** The settings of the tenant; there is always one row. */
  get tenantSettings(): TenantSettings {
    const settings = this.settings.get(SETTINGS_KEY);
    if (settings === undefined) throw new Error('The tenant has no settings row');
    return settings;
  }

  /** The present lineage; undefined if the server was never put back. */
  get lineage(): LineageRow | undefined {
    return this.lineages
      .all()
      .reduce<LineageRow | undefined>(
        (newest, row) => (newest === undefined || row.id > newest.id ? row : newest),
        undefined,
      );
  }

  /** The version after a record's present one; 0 for a record that is made. */
  nextVersion(version: number): number {
    return Math.max(version + 1, this.lineage?.versionFloor ?? 0);
  }

  /** Runs `work`. If it throws, all rows are restored and the error is thrown again. */
  attempt<Result>(work: () => Result): Result {
    for (const table of this.#tables()) table.begin();
    let isDone = false;
    try {
      const result = work();
      isDone = true;
      return result;
    } finally {
      for (const table of this.#tables()) table.end(isDone);
    }
  }

  #tables(): TrackedRows<unknown>[] {
    return Object.values(this).filter((value) => value instanceof TrackedRows);
  }
}

export const SETTINGS_KEY = 'settings';
export const productionKey = (wellId: string, day: string): string => `${wellId}|${day}`;
export const alertKey = (wellId: string, day: string, product: Product): string =>
  `${wellId}|${day}|${product}`;
export const photoKey = (equipmentId: string, sha256: string): string => `${equipmentId}|${sha256}`;

/** A record that is there and not deleted. */
export const notDeleted = <Row extends Deletable>(row: Row | undefined): Row | undefined =>
  row === undefined || row.deleted ? undefined : row;
