/**
 * Records as they were, event by event. Their events go through the rules again, since what an event wanted is not always
 * what became of it: another device's later entry may have stood in its way.
 */
import { groupBy, type ConflictPolicy, type TenantSettings } from '@wellpulse/contracts';
import {
  applyEvent,
  SETTINGS_KEY,
  Workset,
  type Actor,
  type EquipmentRow,
  type LineageRow,
  type ProductionRow,
  type WellRow,
} from '@wellpulse/domain';
import { sql } from 'kysely';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { toDomainEvent, type NamedLogRow } from '../write-path/event-log.ts';
import { toLineage, toSettings, toWellRow } from '../write-path/records.ts';

type Row = NamedLogRow & { is_prompted: boolean };

/** A reading or an item; also one that is deleted. */
export type ReplayedRecord = ProductionRow | EquipmentRow;

/** An event of a record, and what it made of it. */
export interface ReplayedStep {
  readonly row: Row;
  /** Undefined while there was none. */
  readonly before: ReplayedRecord | undefined;
  readonly after: ReplayedRecord | undefined;
  /** The conflicts that it made or changed, by id. */
  readonly conflictIds: readonly string[];
  /** The wells that the record's events name. */
  readonly wells: ReadonlyMap<string, WellRow>;
}

/** The log holds only what was allowed; replaying asks nobody's permission. */
const EVERYBODY: Actor = { userId: null, role: null };

/**
 * The steps of each record in the order of the log: its own events, maintenance that set its status, and what people decided on its
 * conflicts. A record that never was has none. It asks the database a fixed number of times.
 */
export async function replayRecords(
  db: TenantDb,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ReplayedStep[]>> {
  const recordOf = await recordsByLoggedId(db, recordIds);
  const { rows } = await sql<Row>`
    select e.*, u.name as user_name, r.name as carrier_name, coalesce(c.outcome = 'USER_PROMPT', false) as is_prompted
    from event_log e
    left join users u on u.id = e.user_id
    left join users r on r.id = e.carrier_id
    left join conflicts c on c.event_id = e.event_id
    where e.record_id = any(${[...recordOf.keys()]}::uuid[])
    order by e.sequence`.execute(db);
  const stage = await readStage(db, rows);
  const rowsOf = groupBy(rows, ({ record_id: id }) => recordOf.get(id) ?? id);
  return new Map([...rowsOf].map(([recordId, own]) => [recordId, replay(stage, recordId, own)] as const));
}

/** Under which ids the log tells of a record, each with that record's id. */
async function recordsByLoggedId(
  db: TenantDb,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; record_id: string }>`
    select id, record_id from conflicts where record_id = any(${recordIds}::uuid[])
    union all
    select id, equipment_id from equipment_maintenance
    where equipment_id = any(${recordIds}::uuid[]) and equipment_status is not null`.execute(db);
  return new Map([
    ...recordIds.map((id) => [id, id] as const),
    ...rows.map(({ id, record_id: recordId }) => [id, recordId] as const),
  ]);
}

/** What the events are judged by, beside the record itself. */
interface Stage {
  readonly settings: TenantSettings;
  readonly wells: ReadonlyMap<string, WellRow>;
  /** Oldest first. */
  readonly lineages: readonly LineageRow[];
}

/** A tenant in which each event is judged as it was then: wells that were plugged since were not. */
async function readStage(db: TenantDb, rows: readonly Row[]): Promise<Stage> {
  const settings = await db.selectFrom('tenant_settings').selectAll().executeTakeFirstOrThrow();
  const lineages = await db.selectFrom('lineages').selectAll().orderBy('id').execute();
  const named = rows.flatMap(({ aggregate_id, payload }) => [
    aggregate_id,
    (payload as Readonly<Record<string, unknown>>)['wellId'],
  ]);
  const wells = await db
    .selectFrom('wells')
    .selectAll()
    .where('id', '=', sql<string>`any(${named.filter((id) => typeof id === 'string')}::uuid[])`)
    .execute();
  return {
    settings: toSettings(settings),
    wells: new Map(
      wells.map(toWellRow).map((well) => [well.id, { ...well, status: 'ACTIVE', deleted: false }] as const),
    ),
    lineages: lineages.map(toLineage),
  };
}

function replay(stage: Stage, recordId: string, rows: readonly Row[]): ReplayedStep[] {
  const workset = new Workset();
  for (const well of stage.wells.values()) workset.wells.load(well.id, well);
  const record = (): ReplayedRecord | undefined =>
    workset.equipment.get(recordId) ?? workset.production.all().find(({ id }) => id === recordId);
  return rows.map((row) => {
    const conflictPolicy: ConflictPolicy = row.is_prompted ? 'PROMPT' : 'LAST_WRITE_WINS';
    workset.settings.load(SETTINGS_KEY, { ...stage.settings, conflictPolicy });
    // Versions go on from where they went on then.
    for (const lineage of stage.lineages) {
      if (lineage.begunAt <= row.received_at) workset.lineages.load(String(lineage.id), lineage);
    }
    const [before, conflicts] = [record(), new Set(workset.conflicts.all())];
    applyEvent(workset, toDomainEvent(row), EVERYBODY);
    const touched = workset.conflicts.all().filter((conflict) => !conflicts.has(conflict));
    return { row, before, after: record(), conflictIds: touched.map(({ id }) => id), wells: stage.wells };
  });
}
