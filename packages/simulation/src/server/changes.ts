/** The pull feed by the log's order, as the server reads it: newest states, page after page. */
import type { SyncChange, SyncChanges } from '@wellpulse/contracts';
import { compare, type FeedRecord } from './tenant-store.ts';
import type { User } from './sessions.ts';

/** Which wells a person's devices carry; null for all. */
export function scopeOf(feed: readonly FeedRecord[], user: User): readonly string[] | null {
  if (user.role !== 'OPERATOR') return null;
  const assigned = feed.filter(
    ({ entity, deleted, data }) =>
      entity === 'WELL' && !deleted && (data as { operatorIds: string[] }).operatorIds.includes(user.id),
  );
  return assigned.length === 0 ? null : assigned.map(({ id }) => id).sort();
}

interface Cursor {
  readonly place: number;
  readonly entity: FeedRecord['entity'];
  readonly id: string;
  readonly scope: string;
  /** Whether wells that are not the reader's are being named as deleted. */
  readonly namesStrangers: boolean;
}

const START = { place: -1, entity: 'WELL', id: '' } as const;

export function readChanges(
  feed: readonly FeedRecord[],
  user: User,
  query: { readonly cursor?: string; readonly limit: number },
  serverTime: string,
): SyncChanges {
  const scope = scopeOf(feed, user);
  const fingerprint = scope?.join() ?? 'ALL';
  const cursor = query.cursor === undefined ? null : (JSON.parse(query.cursor) as Cursor);
  const isOtherScope = cursor !== null && cursor.scope !== fingerprint;
  const namesStrangers = isOtherScope || cursor?.namesStrangers === true;
  const after = cursor === null || isOtherScope ? START : cursor;
  const isMine = (wellId: string): boolean => scope === null || scope.includes(wellId);
  const isNamed = ({ entity, wellId, leftWellIds }: FeedRecord): boolean =>
    isMine(wellId) || leftWellIds.some(isMine) || (entity === 'WELL' && namesStrangers);
  const rest = feed.filter((record) => compare(record, after) > 0 && isNamed(record));
  const page = rest.slice(0, query.limit);
  const hasMore = rest.length > page.length;
  const { place, entity, id } = page.at(-1) ?? after;
  const next: Cursor = { place, entity, id, scope: fingerprint, namesStrangers: namesStrangers && hasMore };
  return {
    changes: page.map((record) => toChange(record, isMine(record.wellId))),
    nextCursor: JSON.stringify(next),
    hasMore,
    serverTime,
  };
}

function toChange({ entity, id, version, deleted, data }: FeedRecord, isMine: boolean): SyncChange {
  const isGone = deleted || !isMine;
  return { entity, id, version, deleted: isGone, data: isGone ? null : { ...data } };
}
