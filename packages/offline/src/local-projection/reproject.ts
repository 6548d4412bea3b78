/**
 * Brings local rows up to date: for each record, the server's row with the device's events on top that it doesn't
 * contain yet. A handful of statements whatever the number of records.
 */
import type { TenantSettings } from '@wellpulse/contracts';
import type { DomainEvent } from '@wellpulse/domain';
import { sql } from 'kysely';
import { anyOfJson } from '../database/any-of.ts';
import { keptQuery, type Db } from '../database/kysely-on.ts';
import { readEvent, sourceOf, toDomainEvent, type LoggedText } from '../events/device-events.ts';
import { givenWay } from './give-way.ts';
import { projectRecord } from './project-record.ts';
import { PROJECTED_TABLES } from './projected-tables.ts';
import { loadServerRows, NO_ROWS } from './load-server-rows.ts';
import { saveLocalRows } from './save-local-rows.ts';

export interface ProjectionContext {
  readonly settings: TenantSettings;
  readonly platform: string;
}

/** Projects the records that `keys` name once more, as `recordKey` writes them. */
export async function reproject(db: Db, context: ProjectionContext, keys: Iterable<string>): Promise<void> {
  const wanted = [...new Set(keys)];
  if (wanted.length === 0) return;
  const events = await openEvents(db, wanted, context.platform);
  const server = await loadServerRows(db, [...events.keys()]);
  const projected = [...events].map(([key, ofRecord]) =>
    projectRecord(server.get(key) ?? NO_ROWS, ofRecord, context.settings),
  );
  await saveLocalRows(db, wanted, {
    production: projected.flatMap(({ production }) => production),
    equipment: projected.flatMap(({ equipment }) => equipment),
    maintenance: projected.flatMap(({ maintenance }) => maintenance),
    conflicts: projected.flatMap(({ conflicts }) => conflicts),
  });
}

/** Forgets all local rows and projects everything once more. */
export async function rebuild(db: Db, context: ProjectionContext): Promise<void> {
  for (const { table } of PROJECTED_TABLES) {
    await db.updateTable(table).set({ local_row: null }).execute();
    await db.deleteFrom(table).where('server_version', '=', 0).execute();
  }
  const open = await openEventsQuery(db).select('record_key').groupBy('record_key').execute();
  await reproject(
    db,
    context,
    open.map((row) => row.record_key),
  );
}

/** Events that count and that the server's rows don't contain yet. */
const openEventsQuery = (db: Db) =>
  db
    .selectFrom('event_log')
    .where('mirror_state', '<>', sql.lit('CONTAINED'))
    .where('status', 'in', ['PENDING', 'SYNCED', 'CONFLICT']);

/**
 * What the server's row holds of a pending event's own device that was entered later: a list, as JSON. An entry that waits for a new
 * number is the later one itself. What is held for a person to choose changes nothing yet.
 */
const laterTaken = sql<string>`(
  select json_group_array(json_object('event', later.event, 'signature', later.signature))
  from event_log as later
  where event_log.status = 'PENDING' and later.record_key = event_log.record_key and later.position > event_log.position
    and later.device_id = event_log.device_id and later.device_sequence > event_log.device_sequence
    and later.mirror_state = 'CONTAINED' and later.status in ('SYNCED', 'CONFLICT')
    and coalesce(later.outcome ->> 'reason', '') <> 'USER_PROMPT'
    and not exists (select 1 from sync_queue where event_id = event_log.id and new_number is not null))`;

const openEventsOf = keptQuery((db, keys: string) =>
  openEventsQuery(db)
    .where('record_key', 'in', anyOfJson(keys))
    .select(['record_key', 'event', 'signature', laterTaken.as('later')])
    .orderBy('position')
    .compile(),
);

async function openEvents(
  db: Db,
  keys: readonly string[],
  platform: string,
): Promise<Map<string, DomainEvent[]>> {
  const rows = await openEventsOf(db, JSON.stringify(keys));
  const events = new Map<string, DomainEvent[]>();
  const known = (row: LoggedText): DomainEvent[] => {
    const event = toDomainEvent(readEvent(row), sourceOf(platform));
    return event === null ? [] : [event];
  };
  for (const row of rows) {
    const later = (JSON.parse(row.later) as LoggedText[]).flatMap(known);
    const [event = null] = known(row).map((own) => givenWay(own, later));
    if (event === null) continue;
    const ofRecord = events.get(row.record_key);
    if (ofRecord === undefined) events.set(row.record_key, [event]);
    else ofRecord.push(event);
  }
  return events;
}
