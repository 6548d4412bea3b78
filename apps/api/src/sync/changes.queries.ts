/**
 * What changed since a cursor. The log is written by one transaction at a time and in the order of its commits, so
 * whoever has read up to a sequence has missed nothing before it, whatever is being written meanwhile.
 */
import type { SyncChanges } from '@wellpulse/contracts';
import { beginReading, feedPage, toChange } from '@wellpulse/domain';
import type { Caller } from '../http/request.ts';
import { readRecords } from './changed-records.ts';
import { decodeCursor, encodeCursor } from './feed-cursor.ts';
import { readPositions } from './feed-positions.queries.ts';
import { readScope } from './scope.ts';

interface Query {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export async function readChanges(caller: Caller, query: Query, serverTime: string): Promise<SyncChanges> {
  return caller.database.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (db) => {
      const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor);
      const reading = beginReading(await readScope(db, caller.user), cursor);
      const positions = await readPositions(db, reading, query.limit + 1);
      const page = feedPage(reading, positions, query.limit);
      const states = await readRecords(db, caller.tenant.slug, page.records);
      return {
        changes: page.records.map((record) => {
          const state = states.get(`${record.entity}|${record.id}`);
          if (state === undefined) throw new Error('What the feed names is there');
          return toChange(reading, record, state);
        }),
        nextCursor: encodeCursor(page.next),
        hasMore: page.hasMore,
        serverTime,
      };
    });
}
