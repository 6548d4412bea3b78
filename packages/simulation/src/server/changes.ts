/** The pull feed: what each page holds say the rules, and the store is small enough to look through it whole. */
import type { SyncChanges } from '@wellpulse/contracts';
import {
  beginReading,
  comparePositions,
  feedPage,
  isNamed,
  toChange,
  wellScope,
  type FeedCursor,
  type FeedScope,
} from '@wellpulse/domain';
import type { User } from './sessions.ts';
import type { TenantStore } from './tenant-store.ts';

export function readChanges(
  store: TenantStore,
  user: User,
  query: { readonly cursor?: string; readonly limit: number },
  serverTime: string,
): SyncChanges {
  const cursor = query.cursor === undefined ? null : (JSON.parse(query.cursor) as FeedCursor);
  const reading = beginReading(scopeOf(store, user), cursor);
  const rest = store
    .feed()
    .filter((record) => comparePositions(record, reading.after) > 0 && isNamed(reading, record));
  const { records, next, hasMore } = feedPage(reading, rest, query.limit);
  return {
    changes: records.map((record) => toChange(reading, record, record)),
    nextCursor: JSON.stringify(next),
    hasMore,
    serverTime,
  };
}

function scopeOf(store: TenantStore, user: User): FeedScope {
  const wellIds = wellScope(user, store.begin().wells.all());
  return { wellIds, fingerprint: wellIds?.join() ?? 'ALL' };
}
