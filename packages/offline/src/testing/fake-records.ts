/** The records of the server in memory, made by the shared rules, and the feed of their changes. */
import type { ConflictRecord, DeviceEvent, SyncChange, SyncFailure, Well } from '@wellpulse/contracts';
import { DEFAULT_SERVICE_INTERVALS } from '@wellpulse/contracts';
import {
  applyEvent,
  present,
  SETTINGS_KEY,
  Workset,
  type DomainEvent,
  type PhotoOwner,
} from '@wellpulse/domain';
import { toDomainEvent } from '../events/device-events.ts';

export class FakeRecords {
  readonly #workset = new Workset();
  readonly #feed: SyncChange[] = [];

  constructor() {
    this.#workset.settings.load(SETTINGS_KEY, {
      name: 'Acme',
      timeZone: 'America/Chicago',
      conflictPolicy: 'LAST_WRITE_WINS',
      varianceThresholdPercent: 20,
      serviceIntervals: DEFAULT_SERVICE_INTERVALS,
      webDevices: true,
      updatedAt: '2025-01-01T00:00:00.000Z',
      version: 1,
    });
  }

  addWell(well: Well): void {
    this.#workset.wells.load(well.id, { ...well, deleted: false });
    this.#announce({ entity: 'WELL', id: well.id, version: well.version, deleted: false, data: { ...well } });
  }

  /** Two changes have met: devices hear of it with their next pull. */
  addConflict(conflict: ConflictRecord): void {
    this.#workset.conflicts.load(conflict.id, conflict);
    const { id, version } = conflict;
    this.#announce({ entity: 'CONFLICT', id, version, deleted: false, data: { ...conflict } });
  }

  hasOwner({ kind, id }: PhotoOwner): boolean {
    const { equipment, wells } = this.#workset;
    return (kind === 'WELL' ? wells.get(id) : equipment.get(id))?.deleted === false;
  }

  /** The live values of one day of a well. */
  production(wellId: string, day: string) {
    return this.#workset.production.get(`${wellId}|${day}`);
  }

  /** All live records of a well, newest day first. */
  live(wellId: string) {
    return this.#workset.production
      .all()
      .filter((row) => row.wellId === wellId && !row.deleted)
      .sort((left, right) => right.productionDate.localeCompare(left.productionDate));
  }

  /** Takes a device's event; a failure if the rules refuse it. */
  take(event: DeviceEvent): Pick<SyncFailure, 'code' | 'retryable'> | undefined {
    const known = toDomainEvent(event, 'MOBILE');
    if (known === null) return { code: 'VALIDATION_FAILED', retryable: false };
    return this.apply(known) ? undefined : { code: 'RECORD_NOT_FOUND', retryable: false };
  }

  /** A change from anywhere, such as the dashboard. */
  apply(event: DomainEvent): boolean {
    const decision = applyEvent(this.#workset, event, present(event.userId ?? '', 'ADMIN'));
    if (!decision.ok) return false;
    for (const [entity, rows] of [
      ['PRODUCTION', this.#workset.production.all()],
      ['EQUIPMENT', this.#workset.equipment.all()],
      ['MAINTENANCE', this.#workset.maintenance.all().map((row) => ({ ...row, deleted: false }))],
      ['CONFLICT', this.#workset.conflicts.all().map((row) => ({ ...row, deleted: false }))],
    ] as const) {
      for (const { deleted, ...row } of rows) {
        if (this.#isNews(entity, row)) {
          const data = deleted ? null : { ...row };
          this.#announce({ entity, id: row.id, version: row.version, deleted, data });
        }
      }
    }
    return true;
  }

  #isNews(entity: SyncChange['entity'], row: { readonly id: string; readonly version: number }): boolean {
    return !this.#feed.some(
      (change) => change.entity === entity && change.id === row.id && change.version === row.version,
    );
  }

  #announce(change: SyncChange): void {
    this.#feed.push(change);
  }

  /** Newest states only, in the order of their last change. */
  changesAfter(cursor: number): SyncChange[] {
    return this.#newest(cursor).map(({ change }) => change);
  }

  cursorAfter(cursor: number, taken: number): number {
    const newest = this.#newest(cursor);
    return taken === 0 ? Math.max(cursor, this.#feed.length) : (newest[taken - 1]?.at ?? cursor);
  }

  #newest(cursor: number): { change: SyncChange; at: number }[] {
    return this.#feed
      .map((change, index) => ({ change, at: index + 1 }))
      .slice(cursor)
      .filter(
        ({ change, at }) =>
          !this.#feed.slice(at).some((later) => later.entity === change.entity && later.id === change.id),
      );
  }
}
