/**
 * How an estimate gives way to what somebody read off (ADR 80), in every order of arrival (ADR 91). What it says lies before
 * all that people write. An entry with a volume empties each volume that it does not give. It does so just after the estimates,
 * and before anybody's word. So it empties nothing of what another person gave.
 *
 *   a month's share        Ann: oil 40      Ben: oil 41, gas 90
 *   oil 30, gas 100        gas: emptied     (oil is contested as ever)
 *
 *   gas: 90, whoever arrives first. If both take back what they entered, the share stands again.
 */
import { isEstimate, registerOf, type FieldHistory, type RecordWrite } from './field-history.ts';
import type { Merge, Values } from './merge.ts';

/** Before 1970, as which an entry counts whose device did not hold the day. */
const FIRST_CLOCK = -1_000;
const EMPTIED_CLOCK = -1;
/** Says of a write that it took the place of estimates. */
const MARK = 'estimatedFrom';

/** The history with all estimates before what people wrote, in their order. */
export function withEstimatesFirst(history: FieldHistory): FieldHistory {
  if (!history.writes.some(isEstimate)) return history;
  const estimates = history.writes.filter(isEstimate);
  const placed = (write: RecordWrite): RecordWrite => {
    const clock = Math.min(FIRST_CLOCK + estimates.indexOf(write), EMPTIED_CLOCK - 1);
    return {
      ...write,
      clocks: Object.fromEntries(Object.keys(write.clocks).map((field) => [field, clock])),
    };
  };
  return { ...history, writes: history.writes.map((write) => (isEstimate(write) ? placed(write) : write)) };
}

export interface GivenWay {
  readonly merge: Merge;
  /** The fields whose values are the event's from now on: also those that are what the estimate said. */
  readonly changed: readonly string[];
}

/** The merge of an entry that takes the place of estimates; `fields` are theirs, none for one that leaves them as they are. */
export function giveWay(
  writes: readonly RecordWrite[],
  current: Values,
  merge: Merge,
  wanted: Values,
  fields: readonly string[] = [],
): GivenWay {
  const changed = Object.keys(merge.changes);
  if (fields.length === 0 || merge.outcome === 'USER_PROMPT' || !writes.some(isEstimate))
    return { merge, changed };
  const isOfEstimate = (field: string): boolean => {
    const register = registerOf(writes, field);
    return register === undefined || isEstimate(register.write);
  };
  const emptied = fields.filter((field) => wanted[field] === undefined);
  const given = fields.filter((field) => wanted[field] !== undefined && isOfEstimate(field));
  const isThere = (field: string): boolean => (current[field] ?? null) !== null;
  const gone = emptied.filter((field) => isThere(field) && isOfEstimate(field));
  return {
    merge: {
      ...merge,
      changes: { ...merge.changes, ...Object.fromEntries(gone.map((field) => [field, null])) },
      clocks: {
        ...merge.clocks,
        ...Object.fromEntries(emptied.map((field) => [field, EMPTIED_CLOCK])),
      },
    },
    changed: [...new Set([...changed, ...given])],
  };
}

/** Of the writes that are left: where somebody took the place of the estimates, those made nothing. */
export function withoutReplaced(writes: readonly RecordWrite[]): readonly RecordWrite[] {
  const isTaken = writes.some(({ clocks }) => clocks[MARK] === EMPTIED_CLOCK);
  return isTaken ? writes.filter((write) => !isEstimate(write)) : writes;
}

/** When a write was made, as its fields tell that it gave. */
export function madeAt({ clocks }: RecordWrite): number {
  const given = Object.values(clocks).filter((clock) => clock !== EMPTIED_CLOCK);
  return Math.min(...(given.length === 0 ? Object.values(clocks) : given));
}
