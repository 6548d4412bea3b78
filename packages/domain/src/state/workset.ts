/**
 * All the state that a batch of events touches, loaded before and written back after. Rules read and change it and nothing
 * else. So they run the same on a server, on a device and in a test.
 */
import type { FieldHistory } from '../merging/field-history.ts';
import type {
  AlertRecord,
  ConflictRecord,
  DeviceRecord,
  Equipment,
  LineageCause,
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
  /** When, if the row was changed after that. */
  readonly deletedAt?: string;
}

/** A well as it is stored: also one that was deleted. */
export type WellRow = Well & Deletable;
/** A production record as it is stored: also one that was deleted. */
export type ProductionRow = ProductionRecord & Deletable;
/** A user as the rules see one: when they last signed in is no part of it. */
export type UserRow = Omit<User, 'lastLoginAt'> & Deletable;
/** An item as it is stored: also one that was deleted. */
export type EquipmentRow = Equipment & Deletable;
/** `photoUrls` are below the tenant's folder here, and so independent of its name. */
export type MaintenanceRow = Maintenance;
/** `aliasIds` are further ids under which the same bytes were sent. */
export type PhotoRow = Omit<PhotoRecord, 'blobName'> & { readonly aliasIds: readonly string[] };
/** An alert as it is stored. Its well's name stands with the well. */
export type AlertRow = AlertRecord;
/** A device as the log knows it; its key and when it was seen are not in the log. */
export type DeviceRow = DeviceRecord;

/** A lineage of the log; the first one has no row. `id` counts them. */
export interface LineageRow {
  readonly id: number;
  readonly versionFloor: number;
  readonly begunAt: string;
  /** What showed that the server was put back; null in logs of before that was kept. */
  readonly cause: LineageCause | null;
  /** The device whose mark showed it, and the person whose session brought that; null for other causes. */
  readonly deviceId: string | null;
  readonly userId: string | null;
  /** When a manager said that nothing more will come, and who; null until then. */
  readonly closedAt: string | null;
  readonly closedBy: string | null;
}

export interface WorksetOptions {
  /**
   * True on a device: its own entries stand on top of what it mirrors until the server has judged them. Its clock judges
   * nothing.
   */
  readonly isReplica?: boolean;
}

/**
 * All the state that a batch of events touches, in memory while the rules decide. Saving it is the caller's
 * task.
 *
 * @example
 * const workset = new Workset();
 * workset.wells.load(well.id, well);
 * applyEvent(workset, event, actor);
 */
export class Workset {
  /** Whether these are the rows of a device: they mirror the server, and its own entries stand on top. */
  readonly isReplica: boolean;
  /** By id. */
  readonly wells = new TrackedRows<WellRow>();
  /** By `productionKey`; also deleted ones. */
  readonly production = new TrackedRows<ProductionRow>();
  /** By id: those whom the events touch, and all administrators where the last one may go. */
  readonly users = new TrackedRows<UserRow>();
  /** By `alertKey`. */
  readonly alerts = new TrackedRows<AlertRow>();
  /** By id; also deleted ones. */
  readonly equipment = new TrackedRows<EquipmentRow>();
  /** By id. */
  readonly maintenance = new TrackedRows<MaintenanceRow>();
  /** By `photoKey`: the same picture has one row for each owner. */
  readonly photos = new TrackedRows<PhotoRow>();
  /** By id. */
  readonly conflicts = new TrackedRows<ConflictRecord>();
  /** By record; a record without one has only its creation, which its row tells. */
  readonly histories = new TrackedRows<FieldHistory>();
  /** By id. */
  readonly devices = new TrackedRows<DeviceRow>();
  /** One row, under `SETTINGS_KEY`; `tenantSettings` gives it. */
  readonly settings = new TrackedRows<TenantSettings>();
  /** By id: one row for each time that the server was put back. `lineage` gives the newest. */
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

/** The key of a tenant's only row of settings. */
export const SETTINGS_KEY = 'settings';
/**
 * The key of the record of one well and day.
 *
 * @example
 * productionKey('w', '2025-10-20'); // 'w|2025-10-20'
 */
export const productionKey = (wellId: string, day: string): string => `${wellId}|${day}`;
/**
 * The key of the alert of one well, day and product.
 *
 * @example
 * alertKey('w', '2025-10-20', 'OIL'); // 'w|2025-10-20|OIL'
 */
export const alertKey = (wellId: string, day: string, product: Product): string =>
  `${wellId}|${day}|${product}`;

/**
 * When a row was deleted. Null for one that is there.
 *
 * @example
 * deletionMoment({ deleted: true, updatedAt: '2025-06-15T18:00:00.000Z' }); // '2025-06-15T18:00:00.000Z'
 */
export const deletionMoment = ({
  deleted,
  deletedAt,
  updatedAt,
}: Deletable & { readonly updatedAt: string }): string | null => (deleted ? (deletedAt ?? updatedAt) : null);

/**
 * A record that is there and not deleted.
 *
 * @example
 * notDeleted({ deleted: true }); // undefined
 */
export const notDeleted = <Row extends Deletable>(row: Row | undefined): Row | undefined =>
  row === undefined || row.deleted ? undefined : row;
