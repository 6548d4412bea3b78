/** Merges an event's values with a record that others may have changed meanwhile. The invariants are in `field-history.ts`. */
import type { ConflictOutcome, ConflictPolicy } from '@wellpulse/contracts';
import { sameValue } from '../state/changes.ts';
import {
  clockOf,
  relevantWrites,
  DELETION,
  isLater,
  isUnseen,
  registerOf,
  currentWrite,
  unseenChanges,
  type RecordWrite,
  type Writer,
} from './field-history.ts';

export type Values = Readonly<Record<string, unknown>>;

export interface Merge {
  /** `CLEAN`: no unseen change was in the way. */
  readonly outcome: 'CLEAN' | ConflictOutcome;
  /** What the record's fields become; empty if nothing changes. */
  readonly changes: Values;
  readonly contested: readonly string[];
  /** The other side: the write that gave the first contested field its value, or the last unseen write. */
  readonly competingWrite: RecordWrite | undefined;
  /** Milliseconds since 1970, by field; empty if nothing of the event counts. */
  readonly clocks: Readonly<Record<string, number>>;
}

/** Merges `wanted`, the values of an event, with `current`, the values of the record. */
export function mergeValues(
  all: readonly RecordWrite[],
  current: Values,
  wanted: Values,
  writer: Writer,
  policy: ConflictPolicy,
): Merge {
  const writes = relevantWrites(all, writer);
  const fields = Object.keys(wanted);
  const differing = fields.filter((field) => !sameValue(current[field], wanted[field]));
  const conflicting = differing.filter((field) => isUnseen(writer, currentWrite(writes, field)));
  if (conflicting.length > 0 && policy === 'PROMPT') {
    const competingWrite = currentWrite(writes, conflicting[0] ?? '');
    return { outcome: 'USER_PROMPT', changes: {}, contested: conflicting, competingWrite, clocks: {} };
  }
  // Where people settle what is contested, the clocks have no say: whatever is not contested is applied.
  const placed = policy === 'PROMPT' ? { ...writer, baseVersion: Number.POSITIVE_INFINITY } : writer;
  const clocks = Object.fromEntries(fields.map((field) => [field, clockOf(writes, placed, [field])]));
  const wins = (field: string): boolean => {
    const register = registerOf(writes, field);
    const order = { clock: clocks[field] ?? 0, eventId: writer.eventId };
    return register === undefined || isLater(order, register);
  };
  const won = differing.filter(wins);
  const changes = Object.fromEntries(won.map((field) => [field, wanted[field]]));
  // Somebody who brought the value that stands may hold its register: what loses against them is kept with both sides too.
  const loses = (field: string): boolean =>
    !won.includes(field) && isUnseen(writer, registerOf(writes, field)?.write);
  const contested = differing.filter((field) => conflicting.includes(field) || loses(field));
  const [first] = contested;
  if (first !== undefined) {
    const outcome = contested.some((field) => won.includes(field)) ? 'OVERWRITE' : 'SKIP';
    const competingWrite = conflicting.includes(first)
      ? currentWrite(writes, first)
      : registerOf(writes, first)?.write;
    return { outcome, changes, contested, competingWrite, clocks };
  }
  const unseen = unseenChanges(writes, writer).filter((write) => isUnseen(writer, write));
  const outcome = unseen.length > 0 && differing.length > 0 ? 'MERGE' : 'CLEAN';
  return { outcome, changes, contested, competingWrite: unseen.at(-1), clocks };
}

/** Merges a deletion. It wins only if it is later than every change that it did not see (M7). */
export function mergeDeletion(all: readonly RecordWrite[], writer: Writer, policy: ConflictPolicy): Merge {
  const writes = relevantWrites(all, writer);
  const unseen = unseenChanges(writes, writer);
  const contested = [...new Set(unseen.flatMap(({ changed }) => changed))];
  const competingWrite = unseen.at(-1);
  if (competingWrite === undefined) {
    const clocks = { [DELETION]: clockOf(writes, writer) };
    return { outcome: 'CLEAN', changes: { [DELETION]: true }, contested, competingWrite, clocks };
  }
  if (policy === 'PROMPT')
    return { outcome: 'USER_PROMPT', changes: {}, contested, competingWrite, clocks: {} };
  const order = { clock: clockOf(writes, writer), eventId: writer.eventId };
  const isLast = unseen.every(({ changed, clocks, eventId }) =>
    changed.every((field) => isLater(order, { clock: clocks[field] ?? 0, eventId })),
  );
  return isLast
    ? {
        outcome: 'OVERWRITE',
        changes: { [DELETION]: true },
        contested,
        competingWrite,
        clocks: { [DELETION]: order.clock },
      }
    : { outcome: 'SKIP', changes: {}, contested, competingWrite, clocks: {} };
}
