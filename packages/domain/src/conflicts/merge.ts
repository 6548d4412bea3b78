/** What becomes of an event's values on a record that others may have changed meanwhile. Pure; the four cases. */
import type { ConflictOutcome, ConflictPolicy } from '@wellpulse/contracts';
import { sameValue } from '../write-path/changes.ts';
import {
  clockOf,
  DELETION,
  isLater,
  isUnseen,
  registerOf,
  unseenChanges,
  type RecordWrite,
  type Writer,
} from './field-history.ts';

export type Values = Readonly<Record<string, unknown>>;

export interface Merge {
  /** `CLEAN`: nobody else was in the way. */
  readonly outcome: 'CLEAN' | ConflictOutcome;
  /** What the record's fields become; empty if nothing changes. */
  readonly changes: Values;
  readonly contested: readonly string[];
  /** The other side: the write that holds the first contested field, or the last that was not seen. */
  readonly rival: RecordWrite | undefined;
  /** By field; empty if nothing of the event counts. */
  readonly clocks: Readonly<Record<string, number>>;
}

/** An event that wants `wanted` on a record that holds `current`. */
export function mergeValues(
  writes: readonly RecordWrite[],
  current: Values,
  wanted: Values,
  writer: Writer,
  policy: ConflictPolicy,
): Merge {
  const fields = Object.keys(wanted);
  const registers = new Map(fields.map((field) => [field, registerOf(writes, field)]));
  const differs = (field: string): boolean => !sameValue(current[field], wanted[field]);
  const contested = fields.filter((field) => differs(field) && isUnseen(writer, registers.get(field)));
  if (contested.length > 0 && policy === 'PROMPT') {
    const rival = registers.get(contested[0] ?? '')?.write;
    return { outcome: 'USER_PROMPT', changes: {}, contested, rival, clocks: {} };
  }
  const clocks = Object.fromEntries(fields.map((field) => [field, clockOf(writes, writer, [field])]));
  const wins = (field: string): boolean => {
    const register = registers.get(field);
    const stamp = { clock: clocks[field] ?? 0, eventId: writer.eventId };
    return register === undefined || isLater(stamp, register);
  };
  const changed = fields.filter((field) => differs(field) && wins(field));
  const changes = Object.fromEntries(changed.map((field) => [field, wanted[field]]));
  if (contested.length > 0) {
    const outcome = contested.some(wins) ? 'OVERWRITE' : 'SKIP';
    return { outcome, changes, contested, rival: registers.get(contested[0] ?? '')?.write, clocks };
  }
  const unseen = unseenChanges(writes, writer);
  const outcome = unseen.length > 0 && fields.some(differs) ? 'MERGE' : 'CLEAN';
  return { outcome, changes, contested, rival: unseen.at(-1), clocks };
}

/** An event that deletes the record: it has to be later than every change that it did not see. */
export function mergeDeletion(writes: readonly RecordWrite[], writer: Writer, policy: ConflictPolicy): Merge {
  const unseen = unseenChanges(writes, writer);
  const contested = [...new Set(unseen.flatMap(({ clocks }) => Object.keys(clocks)))];
  const rival = unseen.at(-1);
  if (rival === undefined) {
    const clocks = { [DELETION]: clockOf(writes, writer) };
    return { outcome: 'CLEAN', changes: { [DELETION]: true }, contested, rival, clocks };
  }
  if (policy === 'PROMPT') return { outcome: 'USER_PROMPT', changes: {}, contested, rival, clocks: {} };
  const stamp = { clock: clockOf(writes, writer), eventId: writer.eventId };
  const isLast = unseen.every(({ clocks, eventId }) =>
    Object.values(clocks).every((clock) => isLater(stamp, { clock, eventId })),
  );
  return isLast
    ? {
        outcome: 'OVERWRITE',
        changes: { [DELETION]: true },
        contested,
        rival,
        clocks: { [DELETION]: stamp.clock },
      }
    : { outcome: 'SKIP', changes: {}, contested, rival, clocks: {} };
}
