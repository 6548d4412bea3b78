/** What has not reached the server yet. `packages/words` says it: "Production entry for Acme #1 (20 Oct)". */
import type { DeviceEvent } from '@wellpulse/contracts';
import { readTrouble, type EquipmentRow, type PendingContent, type Trouble } from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import type { DeviceDatabase } from '../database/device-database.ts';
import type { Db } from '../database/kysely-on.ts';
import type { EventStatus } from '../database/schema.ts';
import { readEvent } from '../events/device-events.ts';
import { storedObject } from '../lib/stored-json.ts';
import { readRow } from '../lib/stored-row.ts';
import { waitingPhotos } from '../photos/waiting-photos.ts';
import { inOrder, isAfter, type ListOrder } from '../queries/after-key.ts';
import { Listing, type Keyed, type SortKey } from '../queries/listing.ts';

/** An entry or a photo that the server does not have yet, or has refused. */
export interface PendingItem {
  /** Null for the lines about photos. */
  readonly eventId: string | null;
  /** A photo that the server can't take and the person may skip; null on other lines. */
  readonly photoId: string | null;
  readonly content: PendingContent;
  readonly status: EventStatus;
  /** What went wrong at the last try; null if nothing did. */
  readonly problem: Trouble | null;
  readonly retryCount: number;
}

const ENTRIES: ListOrder = { by: [sql`position`], direction: 'asc' };
const PHOTOS: ListOrder = { by: [sql`photos.created_at`, sql`photos.photo_id`], direction: 'asc' };
/** Where the line about photos stands: after the entries, whose keys are numbers, and before the single photos. */
const PHOTO_LINE = 'PHOTOS';

/**
 * Entries in the order in which they were made, then one line for all photos. Then each photo that needs a person or waits
 * alone.
 */
export const pendingList = (database: DeviceDatabase): Listing<PendingItem> =>
  new Listing((after, limit) => database.read((db) => pendingAfter(db, after, limit)));

/** A photo that failed twice does not hold up the others: it stands on a line of its own. */
const WAITS_APART = sql`(photos.needs_person = 1 or photos.retry_count >= 2)`;

async function pendingAfter(db: Db, after: SortKey | null, limit: number): Promise<Keyed<PendingItem>[]> {
  const isAmongEntries = after === null || typeof after[0] === 'number';
  const entries = isAmongEntries ? await entriesAfter(db, after, limit) : [];
  if (entries.length === limit) return entries;
  const line = isAmongEntries ? await photoLine(db) : [];
  const start = isAmongEntries || after[0] === PHOTO_LINE ? null : after;
  const photos = await photosApart(db, start, limit);
  return [...entries, ...line, ...photos].slice(0, limit);
}

async function entriesAfter(db: Db, after: SortKey | null, limit: number): Promise<Keyed<PendingItem>[]> {
  const rows = await db
    .selectFrom('event_log as log')
    .leftJoin('sync_queue as queue', 'queue.event_id', 'log.id')
    .leftJoin('wells', 'wells.key', 'log.aggregate_id')
    .leftJoin('equipment', 'equipment.key', 'log.aggregate_id')
    .where('log.position', 'in', unsettledAfter(after, limit))
    .orderBy('log.position')
    .limit(limit)
    .select([
      'log.position',
      'log.id',
      'log.event',
      'log.signature',
      'log.status',
      'log.outcome',
      'queue.last_error',
      'queue.retry_count',
    ])
    .select('wells.name as wellName')
    .select(sql<string | null>`coalesce(equipment.local_row, equipment.server_row)`.as('item'))
    .execute();
  return rows.map((row) => ({
    key: [row.position],
    item: {
      eventId: row.id,
      photoId: null,
      content: contentOf(readEvent(row), row.wellName, row.item),
      status: row.status,
      problem: refusalOf(row.outcome) ?? troubleIn(row.last_error),
      retryCount: row.retry_count ?? 0,
    },
  }));
}

/** One range of the index for each status: asked for both at once, SQLite would sort all that wait for each page. */
function unsettledAfter(after: SortKey | null, limit: number): RawBuilder<number> {
  const positions = (status: EventStatus) => sql`
    select position from (select position from event_log where status = ${status} and ${isAfter(ENTRIES, after)}
      order by position limit ${limit})`;
  return sql<number>`(${positions('PENDING')} union all ${positions('FAILED')})`;
}

function contentOf(event: DeviceEvent, wellName: string | null, item: string | null): PendingContent {
  const { productionDate, maintenanceDate } = event.payload as Record<string, string | undefined>;
  return {
    kind: 'ENTRY',
    eventType: event.eventType,
    wellName,
    item: item === null ? null : (readRow('equipment', item) as EquipmentRow),
    day: productionDate ?? maintenanceDate ?? null,
  };
}

function refusalOf(outcome: string | null): Trouble | null {
  if (outcome === null) return null;
  const { code, reason } = storedObject(outcome) as { code: string; reason: string };
  return { code, detail: reason };
}

const troubleIn = (line: string | null): Trouble | null => (line === null ? null : readTrouble(line));

async function photoLine(db: Db): Promise<Keyed<PendingItem>[]> {
  const waiting = waitingPhotos(db).where(sql<boolean>`not ${WAITS_APART}`);
  const { count, bytes } = await waiting
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.coalesce(fn.sum<number>('photos.size_bytes'), sql.lit(0)).as('bytes'),
    ])
    .executeTakeFirstOrThrow();
  const worst = await waiting
    .orderBy('photos.retry_count', 'desc')
    .limit(1)
    .select(['photos.last_error', 'photos.retry_count'])
    .executeTakeFirst();
  if (worst === undefined) return [];
  return [
    {
      key: [PHOTO_LINE],
      item: {
        eventId: null,
        photoId: null,
        content: { kind: 'PHOTOS', count, bytes },
        status: 'PENDING',
        problem: troubleIn(worst.last_error),
        retryCount: worst.retry_count,
      },
    },
  ];
}

async function photosApart(db: Db, after: SortKey | null, limit: number): Promise<Keyed<PendingItem>[]> {
  const rows = await waitingPhotos(db)
    .where(sql<boolean>`${WAITS_APART}`)
    .where(isAfter(PHOTOS, after))
    .orderBy(inOrder(PHOTOS))
    .limit(limit)
    .select([
      'photos.photo_id',
      'photos.created_at',
      'photos.size_bytes',
      'photos.last_error',
      'photos.retry_count',
      'photos.needs_person',
    ])
    .execute();
  return rows.map((row) => ({
    key: [row.created_at, row.photo_id],
    item: {
      eventId: null,
      photoId: row.needs_person === 1 ? row.photo_id : null,
      content: { kind: 'PHOTO', bytes: row.size_bytes },
      status: row.needs_person === 1 ? ('FAILED' as const) : ('PENDING' as const),
      problem: troubleIn(row.last_error),
      retryCount: row.retry_count,
    },
  }));
}
