/** The pull feed: what each page holds say the rules, and the store is small enough to look through it whole. */
import type { SyncChange, SyncChanges } from '@wellpulse/contracts';
import {
  askedEntities,
  beginReading,
  changePositionOf,
  comparePassPlaces,
  comparePositions,
  dayInZone,
  endPass,
  feedPage,
  passPlaceOf,
  readsOn,
  toChange,
  wellScope,
  type FeedCursor,
} from '@wellpulse/domain';
import type { ServerParts } from './server-parts.ts';
import type { User } from './sessions.ts';
import type { StoredRecord, TenantStore } from './tenant-store.ts';
import { TENANT } from './tenant.ts';

export interface ChangesQuery {
  readonly cursor?: string;
  readonly limit: number;
  readonly history?: number;
  readonly entities?: string;
}

interface Reader {
  readonly user: User;
  readonly deviceId: string | null;
  readonly reaches: ServerParts['reaches'];
}

export function readChanges(
  store: TenantStore,
  { user, deviceId, reaches }: Reader,
  query: ChangesQuery,
  serverTime: string,
): SyncChanges {
  const head = store.log.length;
  const wells = wellScope(user, store.begin().wells.all());
  const request = {
    history: query.history ?? null,
    entities: askedEntities(query.entities),
    wells,
    today: dayInZone(serverTime, TENANT.timeZone),
    head,
  };
  const cursor = beginReading(
    request,
    query.cursor === undefined ? null : (JSON.parse(query.cursor) as FeedCursor),
  );
  const feed = store.feed(deviceId).filter((record) => reaches(wells, record));
  const after = endPass(cursor);
  const page = feedPage(
    cursor,
    { inPass: placesOf(feed, cursor), changes: positionsOf(feed, after) },
    query.limit,
    head,
  );
  return {
    changes: [...page.placed, ...page.changed].map(({ record }) => toRecord(record)),
    nextCursor: JSON.stringify(page.next),
    hasMore: readsOn(request, page),
    serverTime,
  };
}

const toRecord = (record: StoredRecord): SyncChange => toChange(record, record);

const placesOf = (feed: readonly StoredRecord[], cursor: FeedCursor) => {
  const start = cursor.pass?.place ?? null;
  return feed
    .flatMap((record) => {
      const place = passPlaceOf(cursor, record);
      return place === null ? [] : [{ ...place, record }];
    })
    .filter((place) => start === null || comparePassPlaces(place, start) > 0)
    .sort(comparePassPlaces);
};

const positionsOf = (feed: readonly StoredRecord[], cursor: FeedCursor) =>
  feed
    .flatMap((record) => {
      const position = changePositionOf(cursor, record);
      return position === null ? [] : [{ ...position, record }];
    })
    .filter((position) => comparePositions(position, cursor.position) > 0)
    .sort(comparePositions);
