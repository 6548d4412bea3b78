/**
 * What a reader of the tenant's changes is given, page by page: a pass over what is there, then what changed since it began.
 *
 * F1. Changes come in the order of the log: by sequence, then entity, then id. Each record stands at the place of its last change.
 * F2. A page goes on where the last one ended. At the end of the changes a cursor stands at the head of the log.
 * F3. All wells come to everybody. Readings and alerts come within the window that was fixed when the pull began: all of it for the
 *     reader's own wells, its last days for the others.
 * F4. A reading before its window comes if the reader's device has sent an event for it. Its place is that of the later one of
 *     the two. It comes with a pass if the event was sent since the window's first day.
 * F5. A first pass brings own wells before others and newer days before older ones (`PASS_GROUPS`).
 * F6. A reader who gets further wells or entities is given those by a pass of their own, and nothing again. What was a
 *     reader's own stays so until a new pull begins.
 * F7. A deleted record comes without data.
 */
import { SYNCED_ENTITIES, type SyncChange, type SyncedEntity } from '@wellpulse/contracts';
import { isInScope, type WellScope } from '../../wells/well-scope.ts';
import { isDayHeld, pullWindow, type PullWindow } from './pull-window.ts';

/** The place of a change in the feed: its place in the log, then the kind and the id of the record. */
export interface FeedPosition {
  readonly sequence: number;
  readonly entity: SyncedEntity;
  readonly id: string;
}

/** Behind everything that the log says up to `sequence`. */
export const endOfLog = (sequence: number): FeedPosition => ({
  sequence,
  entity: 'WELL',
  id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
});

/** The kinds of records that a pass brings, in their order. */
export const PASS_GROUPS = [
  { entity: 'WELL', whose: 'OWN', days: 'ALL' },
  { entity: 'PRODUCTION', whose: 'OWN', days: 'RECENT' },
  { entity: 'ALERT', whose: 'OWN', days: 'RECENT' },
  { entity: 'EQUIPMENT', whose: 'OWN', days: 'ALL' },
  { entity: 'CONFLICT', whose: 'ANY', days: 'ALL' },
  { entity: 'WELL', whose: 'OTHERS', days: 'ALL' },
  { entity: 'PRODUCTION', whose: 'OTHERS', days: 'RECENT' },
  { entity: 'ALERT', whose: 'OTHERS', days: 'RECENT' },
  { entity: 'EQUIPMENT', whose: 'OTHERS', days: 'ALL' },
  { entity: 'MAINTENANCE', whose: 'ANY', days: 'ALL' },
  { entity: 'PRODUCTION', whose: 'OWN', days: 'OLDER' },
  { entity: 'ALERT', whose: 'OWN', days: 'OLDER' },
  { entity: 'PRODUCTION', whose: 'ANY', days: 'SENT' },
] as const satisfies readonly {
  readonly entity: SyncedEntity;
  readonly whose: 'OWN' | 'OTHERS' | 'ANY';
  /** `SENT`: days before the window that the reader's device has sent something for since the window's first day. */
  readonly days: 'RECENT' | 'OLDER' | 'SENT' | 'ALL';
}[];
/** Records that a pass brings together. */
export type PassGroup = (typeof PASS_GROUPS)[number];

/** Where a record stands in a pass. Within a group the newest day comes first, and of a day the highest id. */
export interface PassPlace {
  /** An index of `PASS_GROUPS`. */
  readonly group: number;
  /** Empty where a kind of record has none. */
  readonly day: string;
  readonly id: string;
}

/** A reader's way through what is there, before the changes since then. */
export interface FeedPass {
  /** `FURTHER`: only the older days of wells that became the reader's own. */
  readonly kind: 'WHOLE' | 'FURTHER';
  readonly entities: readonly SyncedEntity[];
  /** The reader's own wells when the pass is over. */
  readonly wells: WellScope;
  /** Null before its first page. */
  readonly place: PassPlace | null;
}

/** Where a reader's next page begins. Only the server reads it: to devices it is a text. */
export interface FeedCursor {
  /** Days, as the reader asked for them; null for everything. */
  readonly history: number | null;
  readonly window: PullWindow | null;
  /** What was given whole. */
  readonly entities: readonly SyncedEntity[];
  /** The wells whose older days were given. */
  readonly wells: WellScope;
  /** What changed up to here was given. */
  readonly position: FeedPosition;
  readonly pass: FeedPass | null;
}

export interface FeedRequest {
  readonly history: number | null;
  readonly entities: readonly SyncedEntity[];
  /** The reader's own wells now. */
  readonly wells: WellScope;
  /** The tenant's day. */
  readonly today: string;
  /** The log's last sequence. */
  readonly head: number;
}

/**
 * The entities that a reader asks for, of those that this server knows: a newer app may read others. All without a list.
 *
 * @param list names with commas between, as in the query
 *
 * @example
 * askedEntities('WELL,PRODUCTION'); // ['WELL', 'PRODUCTION']
 */
export function askedEntities(list: string | undefined): readonly SyncedEntity[] {
  const named = list?.split(',');
  return SYNCED_ENTITIES.filter((entity) => named === undefined || named.includes(entity));
}

/**
 * Whether the reader has to ask again after a page. What they became entitled to during a pass is begun before they are told
 * that it was all.
 *
 * @example
 * const hasMore = readsOn(request, page);
 */
export const readsOn = (
  request: FeedRequest,
  page: { readonly hasMore: boolean; readonly next: FeedCursor },
): boolean => page.hasMore || beginReading(request, page.next).pass !== null;

/**
 * F3, F6: where to read on. `cursor` is null for a reader that starts; one of another `history` starts too.
 *
 * @example
 * const cursor = beginReading(request, null);
 */
export function beginReading(request: FeedRequest, cursor: FeedCursor | null): FeedCursor {
  const { history, entities, wells, today, head } = request;
  const isAsked = (entity: SyncedEntity): boolean => entities.includes(entity);
  if (cursor === null || cursor.history !== history) {
    return {
      history,
      window: pullWindow(history, today),
      entities: [],
      wells,
      position: endOfLog(head),
      pass: { kind: 'WHOLE', entities, wells, place: null },
    };
  }
  const kept = { ...cursor, entities: cursor.entities.filter(isAsked) };
  if (cursor.pass !== null) {
    return { ...kept, pass: { ...cursor.pass, entities: cursor.pass.entities.filter(isAsked) } };
  }
  const further = entities.filter((entity) => !kept.entities.includes(entity));
  if (further.length > 0) {
    return { ...kept, pass: { kind: 'WHOLE', entities: further, wells: cursor.wells, place: null } };
  }
  if (cursor.window === null || includesAll(cursor.wells, wells)) return kept;
  const all = unionOf(cursor.wells, wells);
  return { ...kept, pass: { kind: 'FURTHER', entities: kept.entities, wells: all, place: null } };
}

const includesAll = (scope: WellScope, wells: WellScope): boolean =>
  scope === null || (wells !== null && wells.every((id) => scope.includes(id)));

const unionOf = (left: WellScope, right: WellScope): WellScope =>
  left === null || right === null ? null : [...new Set([...left, ...right])].sort();

/**
 * What the cursor says once its pass is through.
 *
 * @example
 * const changes = await changesAfter(endPass(cursor));
 */
export function endPass(cursor: FeedCursor): FeedCursor {
  const { pass, entities } = cursor;
  if (pass === null) return cursor;
  return {
    ...cursor,
    entities: [...new Set([...entities, ...pass.entities])],
    wells: pass.wells,
    pass: null,
  };
}

/**
 * Whether a pass visits a group.
 *
 * @example
 * const groups = PASS_GROUPS.filter((group) => isVisited(pass, group));
 */
export const isVisited = ({ kind, entities }: FeedPass, { entity, days }: PassGroup): boolean =>
  entities.includes(entity) && (kind === 'WHOLE' || days === 'OLDER');

/** A record as far as readers are told apart. */
export interface FeedRecord extends FeedPosition {
  /** The well itself, or the one that the record belongs to. */
  readonly wellId: string;
  /** The day of a reading, an alert or maintenance; of a conflict the day it came (UTC); otherwise empty. */
  readonly day: string;
  /** Of maintenance: among the newest of its item. Of a conflict: open. Otherwise true. */
  readonly isCurrent: boolean;
  /** The log's sequence of the last event that the reader's device has sent for it; 0 for none. */
  readonly sentAt: number;
  /** The day (UTC) on which that event came; empty for none. */
  readonly sentOn: string;
}

/** F3, F5: where the cursor's pass brings a record; null if it does not. */
export function passPlaceOf({ pass, window, wells }: FeedCursor, record: FeedRecord): PassPlace | null {
  if (pass === null) return null;
  const { entity, id, day, wellId } = record;
  const isOwn = isInScope(pass.wells, wellId) && (pass.kind === 'WHOLE' || !isInScope(wells, wellId));
  const group = PASS_GROUPS.findIndex(
    (known) =>
      known.entity === entity &&
      isVisited(pass, known) &&
      (known.whose === 'ANY' || isOwn === (known.whose === 'OWN')) &&
      isOfDays(known.days, window, isOwn, record),
  );
  return group >= 0 ? { group, day, id } : null;
}

function isOfDays(
  days: PassGroup['days'],
  window: PullWindow | null,
  isOwn: boolean,
  { entity, day, isCurrent, sentOn }: FeedRecord,
): boolean {
  const isInHistory = isDayHeld(window, true, day);
  switch (days) {
    case 'RECENT':
      return isDayHeld(window, false, day);
    case 'OLDER':
      return isInHistory && !isDayHeld(window, false, day);
    case 'SENT':
      return window !== null && sentOn >= window.firstDay && !isDayHeld(window, isOwn, day);
    case 'ALL':
      if (window === null || entity === 'WELL' || entity === 'EQUIPMENT') return true;
      return isCurrent || (entity === 'CONFLICT' && isInHistory);
  }
}

/** Orders what a pass brings. */
export const comparePassPlaces = (left: PassPlace, right: PassPlace): number =>
  left.group - right.group || order(right.day, left.day) || order(right.id, left.id);

/** F3, F4: where a record stands among the changes that the reader is given; null if it is not given it. */
export function changePositionOf(
  { entities, window, wells }: FeedCursor,
  { entity, id, sequence, day, wellId, sentAt }: FeedRecord,
): FeedPosition | null {
  if (!entities.includes(entity)) return null;
  const isOfDay = entity === 'PRODUCTION' || entity === 'ALERT';
  if (!isOfDay || isDayHeld(window, isInScope(wells, wellId), day)) return { sequence, entity, id };
  return entity === 'PRODUCTION' && sentAt > 0 ? { sequence: Math.max(sequence, sentAt), entity, id } : null;
}

/** F1. */
export const comparePositions = (left: FeedPosition, right: FeedPosition): number =>
  left.sequence - right.sequence || order(left.entity, right.entity) || order(left.id, right.id);

const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

export interface FeedPage<Placed extends PassPlace, Changed extends FeedPosition> {
  readonly placed: readonly Placed[];
  readonly changed: readonly Changed[];
  readonly next: FeedCursor;
  readonly hasMore: boolean;
}

/**
 * Cuts a page off what comes next. `inPass` is what is left of the cursor's pass, `changes` what changed after `endPass(cursor)`.
 * Both are in their order, and whole, or one more than the page has room for.
 *
 * @example
 * const page = feedPage(cursor, { inPass, changes }, 500, head);
 */
export function feedPage<Placed extends PassPlace, Changed extends FeedPosition>(
  cursor: FeedCursor,
  { inPass, changes }: { readonly inPass: readonly Placed[]; readonly changes: readonly Changed[] },
  limit: number,
  head: number,
): FeedPage<Placed, Changed> {
  const placed = inPass.slice(0, limit);
  const last = placed.at(-1);
  if (cursor.pass !== null && last !== undefined && inPass.length > limit) {
    const place = { group: last.group, day: last.day, id: last.id };
    return { placed, changed: [], next: { ...cursor, pass: { ...cursor.pass, place } }, hasMore: true };
  }
  const after = endPass(cursor);
  const changed = changes.slice(0, limit - placed.length);
  const hasMore = changes.length > changed.length;
  const { sequence, entity, id } = changed.at(-1) ?? after.position;
  const position = hasMore ? { sequence, entity, id } : endOfLog(Math.max(head, after.position.sequence));
  return { placed, changed, next: { ...after, position }, hasMore };
}

/** A record as it is now. */
export interface RecordState {
  readonly version: number;
  readonly deleted: boolean;
  /** Null for what is there. */
  readonly deletedAt: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * A record as the feed brings it (F7). Of a deleted record only the id, the version and the moment cross the wire.
 *
 * @example
 * toChange({ entity: 'WELL', id: 'w' }, { version: 2, deleted: true, deletedAt: null, data: {} }).data; // null
 */
export const toChange = (
  { entity, id }: Pick<FeedRecord, 'entity' | 'id'>,
  { version, deleted, deletedAt, data }: RecordState,
): SyncChange => ({
  ...{ entity, id, version, deleted },
  ...(deletedAt === null ? {} : { deletedAt }),
  data: deleted ? null : data,
});
