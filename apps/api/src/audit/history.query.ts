/** The life of one record, read from the log: who, when, from where, and what each value was before. */
import type { HistoryEntry } from '@wellpulse/contracts';
import { sql, type RawBuilder } from 'kysely';
import { ProblemError } from '../http/problem-error.ts';
import type { TenantDb } from '../tenancy/tenant-databases.ts';
import type { LogRow } from '../write-path/hash-chain.ts';

type Row = LogRow & { user_name: string | null };
type Values = Readonly<Record<string, unknown>>;

/** Throws `PRODUCTION_NOT_FOUND` if the well never had the record. Deleted records keep their history. */
export async function readProductionHistory(
  db: TenantDb,
  wellId: string,
  recordId: string,
): Promise<HistoryEntry[]> {
  const rows = await readEvents(db, sql`e.record_id = ${recordId} and e.aggregate_id = ${wellId}`);
  if (rows.length === 0) throw new ProblemError('PRODUCTION_NOT_FOUND');
  return historyOf(rows, ({ payload }) => {
    // The record's key stands in each event but never changes.
    const { productionDate: _, ...values } = payload as Values;
    return values;
  });
}

/**
 * With the status changes that maintenance logs made, and wells by name. Throws `EQUIPMENT_NOT_FOUND` if there never
 * was such an item.
 */
export async function readEquipmentHistory(db: TenantDb, equipmentId: string): Promise<HistoryEntry[]> {
  const rows = await readEvents(
    db,
    sql`e.record_id = ${equipmentId} or e.record_id in (
      select m.id from equipment_maintenance m
      where m.equipment_id = ${equipmentId} and m.equipment_status is not null)`,
  );
  if (!rows.some(({ event_type: type }) => type.startsWith('EQUIPMENT_'))) {
    throw new ProblemError('EQUIPMENT_NOT_FOUND');
  }
  const nameOf = await wellNames(db, rows);
  return historyOf(rows, (row) => {
    if (row.event_type === 'EQUIPMENT_MAINTENANCE_LOGGED') {
      return { status: (row.payload as Values)['equipmentStatus'] };
    }
    const { wellId, ...values } = row.payload as Values;
    const wellName = typeof wellId === 'string' ? { wellName: nameOf.get(wellId) ?? wellId } : {};
    const status = row.event_type === 'EQUIPMENT_CREATED' ? { status: 'OPERATIONAL' } : {};
    return { ...wellName, ...status, ...values };
  }).filter(({ eventType, changes }) => eventType !== 'EQUIPMENT_MAINTENANCE_LOGGED' || changes.length > 0);
}

async function wellNames(db: TenantDb, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ payload }) => (payload as Values)['wellId'] ?? []);
  const wells = await db
    .selectFrom('wells')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  return new Map(wells.map(({ id, name }) => [id, name]));
}

async function readEvents(db: TenantDb, condition: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select e.*, u.name as user_name from event_log e left join users u on u.id = e.user_id
    where ${condition} order by e.sequence`.execute(db);
  return rows;
}

/** `valuesOf` says which fields of the record an event set. */
function historyOf(rows: readonly Row[], valuesOf: (row: Row) => Values): HistoryEntry[] {
  const state = new Map<string, unknown>();
  return rows.map((row) => ({
    sequence: row.sequence,
    eventId: row.event_id,
    eventType: row.event_type,
    source: row.source,
    userId: row.user_id,
    userName: row.user_name,
    deviceId: row.device_id,
    occurredAt: row.occurred_at,
    receivedAt: row.received_at,
    changes: row.event_type.endsWith('_DELETED') ? remove(state) : take(state, valuesOf(row)),
  }));
}

function take(state: Map<string, unknown>, values: Values): HistoryEntry['changes'] {
  const changes: HistoryEntry['changes'] = [];
  for (const [field, to] of Object.entries(values)) {
    const from = state.get(field) ?? null;
    if (from === to) continue;
    changes.push({ field, from, to });
    state.set(field, to);
  }
  return changes;
}

function remove(state: Map<string, unknown>): HistoryEntry['changes'] {
  const changes = [...state]
    .filter(([, from]) => from !== null)
    .map(([field, from]) => ({ field, from, to: null }));
  state.clear();
  return changes;
}
