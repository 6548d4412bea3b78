/**
 * Taking back one's own: a deletion may know writes that are all its author's. Those count no more, as if never sent
 * (docs/sync-protocol.md, "Taking back one's own"; ADR 45; M9 in `field-history.ts`).
 *
 *   Ann 70 (10) ------ Ben 5 (12) ------ Ben takes back
 *       |                  |                   |
 *   register: Ann      register: Ben       register: Ann, whose 70 had lost
 *
 * Whether a deletion takes back, and what, hangs on what its author knew. So it is the same in every order of arrival.
 */
import type { DomainEvent } from '../state/event.ts';
import type { Workset } from '../state/workset.ts';
import { sameValue } from '../state/changes.ts';
import { historyOf, recordWrite, writerOf, type MergeTarget } from './apply-change.ts';
import { madeAt, withoutReplaced } from './estimates.ts';
import {
  counts,
  DELETION,
  isDeletionWrite,
  isLater,
  knows,
  photosLeft,
  registerOf,
  relevantWrites,
  type FieldHistory,
  type RecordWrite,
} from './field-history.ts';
import type { Values } from './merge.ts';

/** What a deletion would take back; null if its author knows a write of somebody else. */
export function ownWrites(
  workset: Workset,
  event: DomainEvent,
  target: Pick<MergeTarget, 'row' | 'values' | 'rowEntry'>,
): readonly RecordWrite[] | null {
  const writer = writerOf(workset, event);
  const { writes } = historyOf(workset, event, target);
  const known = relevantWrites(writes, writer).filter((write) => knows(writer, write));
  const knownIds = new Set(known.map(({ eventId }) => eventId));
  // Who knows that something was taken back or deleted found nothing of it.
  const isOver = ({ takenBackBy = [], clocks, values }: RecordWrite): boolean =>
    (clocks[DELETION] !== undefined && values[DELETION] === true) ||
    takenBackBy.some((eventId) => knownIds.has(eventId));
  const isOwn = ({ userId }: RecordWrite): boolean => userId !== null && userId === event.userId;
  const notOver = known.filter((write) => write.isTakingBack === undefined && !isOver(write));
  return notOver.every(isOwn) ? notOver : null;
}

export interface TakenBack {
  /** The fields whose values change, and what they become. */
  readonly changes: Values;
  /** The photos that are left. */
  readonly photoHashes: readonly string[];
  /** The earliest write that is left, which made the record; undefined for none. */
  readonly first: RecordWrite | undefined;
  /** What others wrote is left. */
  readonly othersAreLeft: boolean;
}

/** Takes the writes back in the history, and tells what becomes of the record. */
export function takeBackWrites(
  workset: Workset,
  event: DomainEvent,
  target: Pick<MergeTarget, 'row' | 'values' | 'rowEntry'>,
  own: readonly RecordWrite[],
): TakenBack {
  const before = historyOf(workset, event, target);
  const ownIds = new Set(own.map(({ eventId }) => eventId));
  const writes = before.writes.map((write) =>
    ownIds.has(write.eventId) ? { ...write, takenBackBy: [...(write.takenBackBy ?? []), event.id] } : write,
  );
  const fields = new Set(own.flatMap(({ clocks }) => Object.keys(clocks)));
  const left = valuesLeft({ ...before, writes }, [...fields]);
  const changes = Object.fromEntries(
    Object.entries(left).filter(([field, value]) => !sameValue(target.values[field], value)),
  );
  const writer = writerOf(workset, event);
  const changed = Object.keys(changes);
  const knownFrom = workset.nextVersion(target.row.version);
  const write = { writer, values: changes, changed, clocks: {}, knownFrom, isTakingBack: true } as const;
  recordWrite(workset, event, { ...before, writes }, write);
  return {
    changes,
    photoHashes: photosLeft({ ...before, writes }),
    first: earliestLeft(writes),
    othersAreLeft: writes.some(
      (other) => counts(other) && !isDeletionWrite(other) && other.userId !== event.userId,
    ),
  };
}

/** Says that an author takes back what their device has sent and the server has not got yet (ADR 90). */
export function rememberTakingBack(
  workset: Workset,
  event: DomainEvent,
  { recordId, writes }: FieldHistory,
  knownFrom: number,
): void {
  const write = { writer: writerOf(workset, event), values: {}, changed: [], clocks: {}, knownFrom } as const;
  recordWrite(workset, event, { recordId, writes }, { ...write, isTakingBack: true });
}

/** The latest value of each field among the writes that are left; null for none. */
export const valuesLeft = ({ writes }: FieldHistory, fields: readonly string[]): Values =>
  Object.fromEntries(
    fields
      .filter((field) => field !== DELETION)
      .map((field) => [field, registerOf(writes, field)?.write.values[field] ?? null]),
  );

/** The write that made the record, of those that are left. */
export function earliestLeft(writes: readonly RecordWrite[]): RecordWrite | undefined {
  const left = writes.filter((write) => counts(write) && !isDeletionWrite(write) && !gaveOnlyPhotos(write));
  const placed = withoutReplaced(left).map((write) => ({
    write,
    clock: madeAt(write),
    eventId: write.eventId,
  }));
  return placed.reduce<(typeof placed)[number] | undefined>(
    (first, next) => (first === undefined || isLater(first, next) ? next : first),
    undefined,
  )?.write;
}

/** Photos alone make no reading. */
const gaveOnlyPhotos = ({ clocks, photoHashes }: RecordWrite): boolean =>
  photoHashes !== undefined && Object.keys(clocks).length === 0;

/** Whether anything of a record was ever taken back: then it is there while what is left gives it a volume. */
export const wasTakenBack = (history: FieldHistory | undefined): boolean =>
  history?.writes.some(({ takenBackBy }) => takenBackBy !== undefined) ?? false;

/** Whether a record that is not there was deleted, and not taken back: edits of it are refused. */
export const isEnded = (history: FieldHistory | undefined): boolean => {
  const last = history?.writes.at(-1);
  return last === undefined || isDeletionWrite(last) || !(wasTakenBack(history) || isAwaited(history));
};

/** Whether all that is known of a record is that its author took it back: what they entered is still to come. */
export const isAwaited = (history: FieldHistory | undefined): boolean =>
  history !== undefined &&
  history.writes.length > 0 &&
  history.writes.every(({ isTakingBack }) => isTakingBack);
