/** The life of one record, read from the log: who, when, from where, and what each value was before. */
import type { HistoryEntry } from '@wellpulse/contracts';
import { sql } from 'kysely';
import { ProblemError } from '../http/problem-error.ts';
import type { TenantDb } from '../tenancy/tenant-databases.ts';
import type { LogRow } from '../write-path/hash-chain.ts';

type Row = LogRow & { user_name: string | null };

/** Throws `PRODUCTION_NOT_FOUND` if the well never had the record. Deleted records keep their history. */
export async function readHistory(db: TenantDb, wellId: string, recordId: string): Promise<HistoryEntry[]> {
  const { rows } = await sql<Row>`
    select e.*, u.name as user_name from event_log e left join users u on u.id = e.user_id
    where e.record_id = ${recordId} and e.aggregate_id = ${wellId} order by e.sequence`.execute(db);
  if (rows.length === 0) throw new ProblemError('PRODUCTION_NOT_FOUND');
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
    changes: row.event_type.endsWith('_DELETED') ? remove(state) : take(state, row.payload),
  }));
}

/** The record's key stands in each event but never changes. */
const KEY_FIELDS = new Set(['productionDate']);

function take(state: Map<string, unknown>, payload: unknown): HistoryEntry['changes'] {
  const changes: HistoryEntry['changes'] = [];
  for (const [field, to] of Object.entries(payload ?? {})) {
    const from = state.get(field) ?? null;
    if (KEY_FIELDS.has(field) || from === to) continue;
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
