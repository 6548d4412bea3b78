/**
 * Brings local rows up to date: for each record, the server's row with the device's events on top that it doesn't
 * contain yet. A handful of statements whatever the number of records.
 */
import type { ConflictRecord, TenantSettings } from '@wellpulse/contracts';
import type { DomainEvent, EquipmentRow, MaintenanceRow, ProductionRow } from '@wellpulse/domain';
import { anyOf } from '../database/any-of.ts';
import type { Db } from '../database/kysely-on.ts';
import { keysOf, readEvent, recordKey, sourceOf, toDomainEvent } from '../events/device-events.ts';
import { foldRecord, type RecordRows } from './fold-record.ts';
import { saveLocalRows } from './save-local-rows.ts';

export interface FoldContext {
  readonly settings: TenantSettings;
  readonly platform: string;
}

/** Folds anew what `keys` name, as `recordKey` writes them. */
export async function refold(db: Db, context: FoldContext, keys: Iterable<string>): Promise<void> {
  const wanted = [...new Set(keys)];
  if (wanted.length === 0) return;
  const events = await openEvents(db, wanted, context.platform);
  const server = await serverRows(db, [...events.keys()]);
  const folded = [...events].map(([key, ofRecord]) =>
    foldRecord(server.get(key) ?? NO_ROWS, ofRecord, context.settings),
  );
  await saveLocalRows(db, wanted, {
    production: folded.flatMap(({ production }) => production),
    equipment: folded.flatMap(({ equipment }) => equipment),
    maintenance: folded.flatMap(({ maintenance }) => maintenance),
    conflicts: folded.flatMap(({ conflicts }) => conflicts),
  });
}

/** Forgets all local rows and folds everything anew. */
export async function rebuild(db: Db, context: FoldContext): Promise<void> {
  for (const table of ['production_data', 'equipment', 'equipment_maintenance', 'conflicts'] as const) {
    await db.updateTable(table).set({ local_row: null }).execute();
    await db.deleteFrom(table).where('server_version', '=', 0).execute();
  }
  const open = await openEventsQuery(db).select('record_key').distinct().execute();
  await refold(
    db,
    context,
    open.map((row) => row.record_key),
  );
}

const NO_ROWS: RecordRows = { production: [], equipment: [], maintenance: [], conflicts: [] };

/** Events that count and that the server's rows don't contain yet. */
const openEventsQuery = (db: Db) =>
  db
    .selectFrom('event_log')
    .where('mirror_state', '<>', 'CONTAINED')
    .where('status', 'in', ['PENDING', 'SYNCED', 'CONFLICT']);

async function openEvents(
  db: Db,
  keys: readonly string[],
  platform: string,
): Promise<Map<string, DomainEvent[]>> {
  const rows = await openEventsQuery(db)
    .where('record_key', 'in', anyOf(keys))
    .select(['record_key', 'event', 'signature'])
    .orderBy('position')
    .execute();
  const events = new Map<string, DomainEvent[]>();
  for (const row of rows) {
    const event = toDomainEvent(readEvent(row), sourceOf(platform));
    if (event !== null) events.set(row.record_key, [...(events.get(row.record_key) ?? []), event]);
  }
  return events;
}

/** The server's rows of these records, by record. What a column of rows holds was parsed when it was written. */
async function serverRows(db: Db, keys: readonly string[]): Promise<Map<string, RecordRows>> {
  const production = await db
    .selectFrom('production_data')
    .where('key', 'in', anyOf(keysOf('production', keys)))
    .where('server_row', 'is not', null)
    .select(['key', 'server_row'])
    .execute();
  const items = keysOf('equipment', keys);
  const equipment = await db
    .selectFrom('equipment')
    .where('key', 'in', anyOf(items))
    .where('server_row', 'is not', null)
    .select(['key', 'server_row'])
    .execute();
  const maintenance = await db
    .selectFrom('equipment_maintenance')
    .where('equipment_id', 'in', anyOf(items))
    .where('server_row', 'is not', null)
    .select(['equipment_id', 'server_row'])
    .execute();
  const conflicts = await db
    .selectFrom('conflicts')
    .where('key', 'in', anyOf(keysOf('conflict', keys)))
    .select(['key', 'server_row'])
    .execute();
  const rows = new Map<string, RecordRows>();
  for (const { key, server_row: row } of conflicts) {
    rows.set(recordKey({ kind: 'conflict', key }), {
      ...NO_ROWS,
      conflicts: [JSON.parse(row ?? 'null') as ConflictRecord],
    });
  }
  for (const { key, server_row: row } of production) {
    rows.set(recordKey({ kind: 'production', key }), {
      ...NO_ROWS,
      production: [JSON.parse(row ?? 'null') as ProductionRow],
    });
  }
  for (const { key, server_row: row } of equipment) {
    rows.set(recordKey({ kind: 'equipment', key }), {
      ...NO_ROWS,
      equipment: [JSON.parse(row ?? 'null') as EquipmentRow],
      maintenance: maintenance
        .filter(({ equipment_id: id }) => id === key)
        .map((entry) => JSON.parse(entry.server_row ?? 'null') as MaintenanceRow),
    });
  }
  return rows;
}
