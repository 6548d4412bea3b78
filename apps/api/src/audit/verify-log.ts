/**
 * Proves a tenant's log: sequences have no holes and every hash is right. The tables equal what the log says when the rules
 * that wrote them replay it.
 */
import {
  applyEvent,
  isToldByLog,
  Workset,
  type Actor,
  type FieldHistory,
  type LineageRow,
} from '@wellpulse/domain';
import { isDeepStrictEqual } from 'node:util';
import type { Anchor } from './anchor.ts';
import { checkAnchors } from './check-anchors.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { toDomainEvent } from '../write-path/event-log.ts';
import { GENESIS_HASH, hashRow, isKnownFormat, type LogRow } from '../write-path/hash-chain.ts';
import {
  toAlertRow,
  toConflict,
  toDeviceRow,
  toEquipmentRow,
  toHistory,
  toLineage,
  toMaintenance,
  toPhotoRow,
  toProductionRow,
  toSettings,
  toUserRow,
  toWellRow,
} from '../write-path/records.ts';

export interface LogReport {
  readonly events: number;
  /** Empty if all is well; else what is wrong, the first hundred. */
  readonly faults: readonly string[];
}

const PAGE = 5_000;
const MAX_FAULTS = 100;
/** The log holds only what was allowed; replaying asks nobody's permission. */
const EVERYBODY: Actor = { userId: null, role: null };

/** `anchors` say what the log was at some time; they must be the tenant's. */
export async function verifyLog(db: TenantDb, anchors: readonly Anchor[] = []): Promise<LogReport> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => {
      const faults: string[] = [];
      const { workset, events } = await replay(snapshot, anchors, faults);
      await compareTables(snapshot, workset, faults);
      return { events, faults: faults.slice(0, MAX_FAULTS) };
    });
}

/** Makes the tables from the log, by the rules of today. `faults` are added to. */
export async function replay(
  db: TenantDb,
  anchors: readonly Anchor[],
  faults: string[],
): Promise<{ workset: Workset; events: number }> {
  const workset = new Workset();
  const check = checkAnchors(anchors);
  let hash: Buffer = GENESIS_HASH;
  let sequence = 0;
  for (;;) {
    const rows = await db
      .selectFrom('event_log')
      .selectAll()
      .where('sequence', '>', sequence)
      .orderBy('sequence')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      if (row.sequence !== sequence + 1)
        faults.push(`Events ${sequence + 1} to ${row.sequence - 1} are missing`);
      const { hash: stored, ...content } = row;
      if (!isKnownFormat(row.chain_format)) {
        faults.push(`Event ${row.sequence} is of a chain format that this program does not know`);
      } else if (!hashRow(hash, content).equals(stored))
        faults.push(`Event ${row.sequence} was changed after it was written`);
      check.see(row.sequence, stored);
      apply(workset, row, faults);
      hash = stored;
      sequence = row.sequence;
    }
    if (rows.length < PAGE) {
      faults.unshift(...check.conclude());
      return { workset, events: sequence };
    }
  }
}

function apply(workset: Workset, row: LogRow, faults: string[]): void {
  const decision = applyEvent(workset, toDomainEvent(row), EVERYBODY);
  if (!decision.ok && isOfOlderRule(row, decision.code)) return;
  if (!decision.ok) faults.push(`Event ${row.sequence} is refused by the rules: ${decision.code}`);
  else if (decision.recordId !== row.record_id) faults.push(`Event ${row.sequence} names another record`);
}

/** Somebody saw an alert that the rules of today would not raise (ADR 87). */
const isOfOlderRule = ({ event_type: eventType }: LogRow, code: string): boolean =>
  eventType === 'ALERT_ACKNOWLEDGED' && (code === 'ALERT_NOT_FOUND' || code === 'ALERT_CLEARED');

interface ComparedRow {
  readonly id: string;
  readonly deletedAt?: string;
}

/** Until lately, what came to a deleted record later moved the moment of its deletion. */
const withoutMoment = ({ deletedAt: _, ...row }: ComparedRow) => row;

async function compareTables(db: TenantDb, workset: Workset, faults: string[]): Promise<void> {
  const compare = (table: string, stored: readonly ComparedRow[], replayed: readonly ComparedRow[]): void => {
    const expected = new Map(replayed.map((row) => [row.id, row]));
    for (const row of stored) {
      const twin = expected.get(row.id);
      if (!isDeepStrictEqual(withoutMoment(row), twin && withoutMoment(twin)))
        faults.push(`${table}: ${row.id} is not what the log says`);
      expected.delete(row.id);
    }
    for (const id of expected.keys()) faults.push(`${table}: ${id} is missing`);
  };
  compare('users', (await db.selectFrom('users').selectAll().execute()).map(toUserRow), workset.users.all());
  compare('wells', (await db.selectFrom('wells').selectAll().execute()).map(toWellRow), workset.wells.all());
  compare(
    'production_data',
    (await db.selectFrom('production_data').selectAll().execute()).map(toProductionRow),
    workset.production.all(),
  );
  compare(
    'variance_alerts',
    (await db.selectFrom('variance_alerts').selectAll().execute()).map(toAlertRow),
    workset.alerts.all(),
  );
  compare(
    'equipment',
    (await db.selectFrom('equipment').selectAll().execute()).map(toEquipmentRow),
    workset.equipment.all(),
  );
  compare(
    'equipment_maintenance',
    (await db.selectFrom('equipment_maintenance').selectAll().execute()).map(toMaintenance),
    workset.maintenance.all(),
  );
  compare(
    'photos',
    (await db.selectFrom('photos').selectAll().execute()).map(toPhotoRow),
    workset.photos.all(),
  );
  compare(
    'conflicts',
    (await db.selectFrom('conflicts').selectAll().execute()).map(toConflict),
    workset.conflicts.all(),
  );
  compare(
    'devices',
    (await db.selectFrom('devices').selectAll().execute()).map(toDeviceRow),
    workset.devices.all(),
  );
  const byRecord = (history: FieldHistory) => ({ ...history, id: history.recordId });
  const histories = (await db.selectFrom('field_histories').selectAll().execute()).map(toHistory);
  // Of before the log told them.
  const stored = new Set(histories.map(({ recordId }) => recordId));
  const kept = workset.histories
    .all()
    .filter((history) => !isToldByLog(history) || stored.has(history.recordId));
  compare('field_histories', histories.map(byRecord), kept.map(byRecord));
  const byNumber = (row: LineageRow) => ({ ...row, id: String(row.id) });
  compare(
    'lineages',
    (await db.selectFrom('lineages').selectAll().execute()).map(toLineage).map(byNumber),
    workset.lineages.all().map(byNumber),
  );
  const settings = await db.selectFrom('tenant_settings').selectAll().executeTakeFirst();
  if (!isDeepStrictEqual(settings && toSettings(settings), workset.settings.all()[0])) {
    faults.push('tenant_settings: is not what the log says');
  }
}
