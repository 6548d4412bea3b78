/**
 * The feed of changes, page by page, as a reader is given it. A reader has a scope: the wells that they see.
 *
 * F1  The feed names each record once, at the place of its last change: by log sequence, then entity, then id.
 * F2  A page goes on where the last one ended. A reader whose scope is another one by now starts again from the beginning.
 * F3  The feed names what belongs to a well in scope, and what has left such a well: its devices still have it.
 * F4  After a change of scope it names all wells until the reader has caught up, so that devices drop those that went.
 * F5  A record is deleted for the reader if it is deleted, or belongs to a well out of scope. It then comes without data.
 */
import type { SyncChange, SyncedEntity } from '@wellpulse/contracts';
import { isInScope, type WellScope } from '../wells/well-scope.ts';

export interface FeedPosition {
  readonly sequence: number;
  readonly entity: SyncedEntity;
  readonly id: string;
}

/** Before everything: rows from before there was a feed stand at sequence 0. */
export const FEED_START: FeedPosition = {
  sequence: -1,
  entity: 'WELL',
  id: '00000000-0000-0000-0000-000000000000',
};

/** Where a reader's next page begins. Only the server reads it: to devices it is a text. */
export interface FeedCursor {
  readonly position: FeedPosition;
  /** The fingerprint of the scope that the reader had. */
  readonly scope: string;
  /** Whether wells out of scope are being named as deleted (F4). */
  readonly includesOutOfScope: boolean;
}

export interface FeedScope {
  readonly wellIds: WellScope;
  /** The same text for the same wells. */
  readonly fingerprint: string;
}

/** What one page is read by. */
export interface FeedReading {
  readonly scope: FeedScope;
  readonly after: FeedPosition;
  readonly includesOutOfScope: boolean;
}

/** F2, F4. `cursor` is null for a reader that starts. */
export function beginReading(scope: FeedScope, cursor: FeedCursor | null): FeedReading {
  if (cursor === null) return { scope, after: FEED_START, includesOutOfScope: false };
  const { position, includesOutOfScope } = cursor;
  return cursor.scope === scope.fingerprint
    ? { scope, after: position, includesOutOfScope }
    : { scope, after: FEED_START, includesOutOfScope: true };
}

/** F1. */
export const comparePositions = (left: FeedPosition, right: FeedPosition): number =>
  left.sequence - right.sequence || order(left.entity, right.entity) || order(left.id, right.id);

const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

export interface FeedRecord extends FeedPosition {
  /** The well itself, or the one that the record belongs to. */
  readonly wellId: string;
  /** Of an item and its maintenance: the wells that the item has left. */
  readonly leftWellIds: readonly string[];
}

/** F3, F4: whether a page may name the record. */
export function isNamed({ scope, includesOutOfScope }: FeedReading, record: FeedRecord): boolean {
  if (record.entity === 'WELL' && includesOutOfScope) return true;
  return [record.wellId, ...record.leftWellIds].some((wellId) => isInScope(scope.wellIds, wellId));
}

export interface FeedPage<Position extends FeedPosition> {
  readonly records: readonly Position[];
  readonly next: FeedCursor;
  readonly hasMore: boolean;
}

/**
 * Cuts a page off what comes after `reading.after`: named records in their order. `rest` holds all of them, or at least
 * one more than `limit`.
 */
export function feedPage<Position extends FeedPosition>(
  reading: FeedReading,
  rest: readonly Position[],
  limit: number,
): FeedPage<Position> {
  const records = rest.slice(0, limit);
  const hasMore = rest.length > limit;
  const { sequence, entity, id } = records.at(-1) ?? reading.after;
  return {
    records,
    hasMore,
    next: {
      position: { sequence, entity, id },
      scope: reading.scope.fingerprint,
      includesOutOfScope: reading.includesOutOfScope && hasMore,
    },
  };
}

/** A record as it is now. */
export interface RecordState {
  readonly version: number;
  readonly deleted: boolean;
  readonly data: Readonly<Record<string, unknown>>;
}

/** F5. */
export function toChange(
  { scope }: FeedReading,
  { entity, id, wellId }: Pick<FeedRecord, 'entity' | 'id' | 'wellId'>,
  { version, deleted, data }: RecordState,
): SyncChange {
  const isGone = deleted || !isInScope(scope.wellIds, wellId);
  return { entity, id, version, deleted: isGone, data: isGone ? null : data };
}
