/**
 * What a reader has not been given yet. The log is written by one transaction at a time and in the order of its commits. So a
 * reader who has read up to a sequence has missed nothing before it. Writes that still run change nothing about that.
 */
import type { SyncChanges } from '@wellpulse/contracts';
import {
  askedEntities,
  beginReading,
  dayInZone,
  endPass,
  feedPage,
  readsOn,
  toChange,
  type FeedCursor,
} from '@wellpulse/domain';
import type { Caller } from '../http/request.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { readSettings } from '../tenant/settings.queries.ts';
import { readHead } from '../write-path/event-log.ts';
import { readRecords } from './changed-records.ts';
import { decodeCursor, encodeCursor } from './feed-cursor.ts';
import { readPass } from './feed-pass.queries.ts';
import { readPositions } from './feed-positions.queries.ts';
import { keepScopes, readScope } from './scope.ts';

interface Query {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly history?: number | undefined;
  readonly entities?: string | undefined;
}

export async function readChanges(caller: Caller, query: Query, serverTime: string): Promise<SyncChanges> {
  const { db } = caller.database;
  const { changes, before, next, hasMore } = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const kept = query.cursor === undefined ? null : await decodeCursor(tx, query.cursor);
      const { sequence: head } = await readHead(tx);
      const request = {
        history: query.history ?? null,
        entities: askedEntities(query.entities),
        wells: await readScope(tx, caller.user),
        today: dayInZone(serverTime, (await readSettings(tx)).timeZone),
        head,
      };
      const cursor = beginReading(request, kept);
      const inPass = await readPass(tx, cursor, caller.deviceId, query.limit + 1);
      const room = query.limit - inPass.length;
      const changed = room < 0 ? [] : await readPositions(tx, endPass(cursor), caller.deviceId, room + 1);
      const page = feedPage(cursor, { inPass, changes: changed }, query.limit, head);
      const named = [...page.placed, ...page.changed];
      const states = await readRecords(tx, caller.tenant.slug, named);
      return {
        changes: named.map((record) => {
          const state = states.get(`${record.entity}|${record.id}`);
          if (state === undefined) throw new Error('What the feed names is there');
          return toChange(record, state);
        }),
        before: kept,
        next: page.next,
        hasMore: readsOn(request, page),
      };
    });
  await keepNewScopes(db, before, next);
  return { changes, nextCursor: encodeCursor(next), hasMore, serverTime };
}

async function keepNewScopes(db: TenantDb, before: FeedCursor | null, next: FeedCursor): Promise<void> {
  const scopesOf = ({ wells, pass }: FeedCursor) => (pass === null ? [wells] : [wells, pass.wells]);
  const known = before === null ? [] : scopesOf(before).map((scope) => scope?.join());
  await keepScopes(
    db,
    scopesOf(next).filter((scope) => !known.includes(scope?.join())),
  );
}
