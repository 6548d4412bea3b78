/**
 * The life of one record: who, when, from where, and what each value was before. Its events go through the rules again,
 * since what an event wanted is not always what became of it: another device's later entry may have stood in its way.
 */
import {
  EQUIPMENT_FIELDS,
  PRODUCTION_FIELDS,
  toldNames,
  type ConflictPolicy,
  type HistoryEntry,
} from '@wellpulse/contracts';
import {
  applyEvent,
  givenFields,
  notDeleted,
  productionKey,
  SETTINGS_KEY,
  Workset,
  type Actor,
  type EquipmentRow,
  type ProductionRow,
} from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import { isDeepStrictEqual } from 'node:util';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { toDomainEvent, toOrigin, type NamedLogRow } from '../write-path/event-log.ts';
import { toSettings, toWellRow } from '../write-path/records.ts';

type Row = NamedLogRow & { is_prompted: boolean };
type Values = Readonly<Record<string, unknown>>;

const PRODUCTION_NAMES = toldNames(PRODUCTION_FIELDS);
const EQUIPMENT_NAMES = toldNames(EQUIPMENT_FIELDS);

/** The log holds only what was allowed; replaying asks nobody's permission. */
const EVERYBODY: Actor = { userId: null, role: null };

/** Throws `PRODUCTION_NOT_FOUND` if the well never had the record. Deleted records keep their history. */
export async function readProductionHistory(
  db: TenantDb,
  wellId: string,
  recordId: string,
): Promise<HistoryEntry[]> {
  const rows = await readEvents(db, recordId, sql`e.record_id = ${recordId} and e.aggregate_id = ${wellId}`);
  const day = rows.map(({ payload }) => (payload as Values)['productionDate']).find(isText);
  if (day === undefined) throw new ProblemError('PRODUCTION_NOT_FOUND');
  return replay(await prepare(db, rows), rows, (workset) =>
    productionValues(notDeleted(workset.production.get(productionKey(wellId, day)))),
  );
}

/**
 * With the status changes that maintenance logs made, and wells by name. Throws `EQUIPMENT_NOT_FOUND` if there never
 * was such an item.
 */
export async function readEquipmentHistory(db: TenantDb, equipmentId: string): Promise<HistoryEntry[]> {
  const rows = await readEvents(
    db,
    equipmentId,
    sql`e.record_id = ${equipmentId} or e.record_id in (
      select m.id from equipment_maintenance m
      where m.equipment_id = ${equipmentId} and m.equipment_status is not null)`,
  );
  if (!rows.some(({ event_type: type }) => type.startsWith('EQUIPMENT_'))) {
    throw new ProblemError('EQUIPMENT_NOT_FOUND');
  }
  const entries = replay(await prepare(db, rows), rows, (workset) =>
    equipmentValues(notDeleted(workset.equipment.get(equipmentId)), workset),
  );
  return entries.filter(
    ({ eventType, changes }) => eventType !== 'EQUIPMENT_MAINTENANCE_LOGGED' || changes.length > 0,
  );
}

/** A reading without photos is no news. */
const NOTHING_GIVEN: Values = { photoHashes: [] };

/** What people gave the record; nothing while there is none. */
const productionValues = (row: ProductionRow | undefined): Values =>
  row === undefined ? NOTHING_GIVEN : givenFields({ ...row }, PRODUCTION_NAMES);

function equipmentValues(row: EquipmentRow | undefined, workset: Workset): Values {
  if (row === undefined) return {};
  const { wellId, ...values } = givenFields({ ...row }, EQUIPMENT_NAMES);
  return { wellName: workset.wells.get(row.wellId)?.name ?? wellId, ...values };
}

/** The record's own events, and what people decided on its conflicts. */
async function readEvents(db: TenantDb, recordId: string, own: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select e.*, u.name as user_name, r.name as carrier_name, coalesce(c.outcome = 'USER_PROMPT', false) as is_prompted
    from event_log e
    left join users u on u.id = e.user_id
    left join users r on r.id = e.carrier_id
    left join conflicts c on c.event_id = e.event_id
    where (${own}) or e.record_id in (select id from conflicts where record_id = ${recordId})
    order by e.sequence`.execute(db);
  return rows;
}

/** A tenant in which each event is judged as it was then: wells that were plugged since were not. */
async function prepare(db: TenantDb, rows: readonly Row[]): Promise<Workset> {
  const workset = new Workset();
  const settings = await db.selectFrom('tenant_settings').selectAll().executeTakeFirstOrThrow();
  workset.settings.load(SETTINGS_KEY, toSettings(settings));
  const named = rows.flatMap(({ aggregate_id, payload }) => [aggregate_id, (payload as Values)['wellId']]);
  const wells = await db
    .selectFrom('wells')
    .selectAll()
    .where('id', '=', sql<string>`any(${named.filter(isText)}::uuid[])`)
    .execute();
  for (const well of wells.map(toWellRow)) {
    workset.wells.load(well.id, { ...well, status: 'ACTIVE', deleted: false });
  }
  return workset;
}

function replay(
  workset: Workset,
  rows: readonly Row[],
  valuesOf: (workset: Workset) => Values,
): HistoryEntry[] {
  return rows.map((row) => {
    const before = valuesOf(workset);
    const conflictPolicy: ConflictPolicy = row.is_prompted ? 'PROMPT' : 'LAST_WRITE_WINS';
    workset.settings.load(SETTINGS_KEY, { ...workset.tenantSettings, conflictPolicy });
    applyEvent(workset, toDomainEvent(row), EVERYBODY);
    return {
      ...toOrigin(row),
      changes: differences(before, valuesOf(workset)),
    };
  });
}

function differences(before: Values, after: Values): HistoryEntry['changes'] {
  const fields = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...fields].flatMap((field) => {
    const [from, to] = [before[field] ?? null, after[field] ?? null];
    return isDeepStrictEqual(from, to) ? [] : [{ field, from, to }];
  });
}

const isText = (value: unknown): value is string => typeof value === 'string';
