/** The device's own audit trail: every event with what became of it. */
import type { DeviceEvent } from '@wellpulse/contracts';
import { sql } from 'kysely';
import type { DeviceDatabase } from '../database/device-database.ts';
import type { Db } from '../database/kysely-on.ts';
import type { EventStatus } from '../database/schema.ts';
import { readEvent, recordKey, type RecordName } from '../events/device-events.ts';
import { storedObject } from '../lib/stored-json.ts';
import type { BatchConflict, BatchFailure } from '../protocol/tolerant-reader.ts';
import { inOrder, isAfter, type ListOrder } from './after-key.ts';
import { Listing, type Keyed, type SortKey } from './listing.ts';

/** An event, and what became of it. */
export interface LoggedEvent {
  readonly event: DeviceEvent;
  /** Recorded here, or taken over from another device's file. */
  readonly origin: 'OWN' | 'IMPORTED';
  readonly status: EventStatus;
  readonly settledAt: string | null;
  /** What the server answered; null while the event is pending, and if it was taken without a conflict. */
  readonly outcome: BatchConflict | BatchFailure | null;
  /** The refused event that this one replaces; null if it replaces none. */
  readonly correctsId: string | null;
  /** Why the person skipped it, in their words; `ENTERED_AGAIN` for one that another replaces. */
  readonly skipReason: string | null;
}

/** The line that is left of an event that the server has had for six months (ADR 17). */
export interface ArchivedEvent {
  readonly eventId: string;
  readonly deviceId: string;
  readonly deviceSequence: number;
  readonly status: EventStatus;
  readonly settledAt: string;
}

export interface EventFilter {
  readonly status?: EventStatus;
  readonly record?: RecordName;
  readonly userId?: string;
}

const NEWEST_FIRST: ListOrder = { by: [sql`position`], direction: 'desc' };
const LAST_SETTLED_FIRST: ListOrder = {
  by: [sql`settled_at`, sql`device_sequence`, sql`event_id`],
  direction: 'desc',
};

/**
 * Reads the device's log.
 *
 * @example
 * const { items: refused } = await client.events.list({ status: 'FAILED' }).page();
 */
export class EventQueries {
  readonly #database: DeviceDatabase;

  constructor(database: DeviceDatabase) {
    this.#database = database;
  }

  /** Events, newest first. Archived events are in `archived`. */
  list(filter: EventFilter = {}): Listing<LoggedEvent> {
    return new Listing((after, limit) =>
      this.#database.read((db) => eventsAfter(db, filter, { after, limit })),
    );
  }

  /** Undefined for an event that is not in the log, or was archived. */
  async find(id: string): Promise<LoggedEvent | undefined> {
    const [found] = await this.#database.read((db) => eventsAfter(db, { id }, { after: null, limit: 1 }));
    return found?.item;
  }

  /** The lines of archived events, which are older than those of `list`. Newest first. */
  archived(): Listing<ArchivedEvent> {
    return new Listing(async (after, limit) => {
      const rows = await this.#database.read((db) =>
        db
          .selectFrom('event_archive')
          .where(isAfter(LAST_SETTLED_FIRST, after))
          .orderBy(inOrder(LAST_SETTLED_FIRST))
          .limit(limit)
          .select([
            'event_id as eventId',
            'device_id as deviceId',
            'device_sequence as deviceSequence',
            'status',
            'settled_at as settledAt',
          ])
          .execute(),
      );
      return rows.map((item) => ({ item, key: [item.settledAt, item.deviceSequence, item.eventId] }));
    });
  }
}

async function eventsAfter(
  db: Db,
  { id, status, record, userId }: EventFilter & { readonly id?: string },
  { after, limit }: { readonly after: SortKey | null; readonly limit: number },
): Promise<Keyed<LoggedEvent>[]> {
  const rows = await db
    .selectFrom('event_log')
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'PENDING'))
    .$if(userId !== undefined, (query) => query.where('user_id', '=', userId ?? ''))
    .$if(record !== undefined, (query) =>
      query.where('record_key', '=', record === undefined ? '' : recordKey(record)),
    )
    .where(isAfter(NEWEST_FIRST, after))
    .orderBy(inOrder(NEWEST_FIRST))
    .limit(limit)
    .select([
      'position',
      'event',
      'signature',
      'origin',
      'status',
      'settled_at',
      'outcome',
      'corrects_id',
      'skip_reason',
    ])
    .execute();
  return rows.map((row) => ({
    key: [row.position],
    item: {
      event: readEvent(row),
      origin: row.origin,
      status: row.status,
      settledAt: row.settled_at,
      outcome: row.outcome === null ? null : (storedObject(row.outcome) as BatchConflict | BatchFailure),
      correctsId: row.corrects_id,
      skipReason: row.skip_reason,
    },
  }));
}
