/** What is said of a conflict beside its two sides: the record now, what numbers are compared with, what an undo does, what was done. */
import { conflictFields, DELETION, type ShownConflict } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';
import type { ConflictDeed, DoneDeed } from './conflict-choice.ts';
import { undoSteps } from './undo-steps.ts';

/**
 * The record as it stands at this moment, which others may have changed since.
 *
 * @example
 * recordNow(words, conflict); // "Oil 46.00 bbl · Gas 90.00 MCF"
 */
export function recordNow(words: Words, conflict: ShownConflict): string {
  const { current } = conflict;
  if (current === null) return words.conflictTexts.recordIsDeleted;
  const fields = conflictFields(conflict).filter(({ field }) => field !== DELETION);
  if (fields.length === 0) return words.conflictTexts.recordIsThere;
  return fields
    .map(({ field }) => `${words.fieldName(field)} ${words.conflictValue(field, current[field] ?? null)}`)
    .join(' · ');
}

/**
 * What the numbers are compared with, and by what rule; where they cannot be, why not. Null for what has no volumes.
 *
 * @example
 * const note = comparisonNote(words, conflict, company.varianceThresholdPercent);
 */
export function comparisonNote(
  { conflictTexts }: Words,
  conflict: ShownConflict,
  percent: number,
): string | null {
  if (conflict.entity !== 'PRODUCTION') return null;
  const compared = conflict.dayBefore === null ? conflictTexts.noDayBefore : conflictTexts.threshold(percent);
  return conflict.baseData === null ? `${conflictTexts.noBefore} ${compared}` : compared;
}

/**
 * What an undo changes, said before it is done.
 *
 * @example
 * undoSentence(words, conflict); // "Oil goes from 46.00 bbl to 40.00 bbl. It is a change of its own: …"
 */
export function undoSentence(words: Words, conflict: ShownConflict): string {
  const { conflictTexts } = words;
  const steps = undoSteps(conflict).map(({ field, from, to }) => {
    if (field === DELETION) return to === true ? conflictTexts.becomesDeleted : conflictTexts.becomesThere;
    const value = words.conflictValue(field, to);
    return from === to
      ? conflictTexts.stays(words.fieldName(field), value)
      : conflictTexts.goes(words.fieldName(field), words.conflictValue(field, from), value);
  });
  return [...steps, conflictTexts.isOwnChange].join(' ');
}

/**
 * What was done with a conflict.
 *
 * @example
 * doneSentence(words, { deed: 'KEEP', conflict }); // "Acme #7, Fri 24 Oct 2025: the first was kept"
 */
export function doneSentence(
  { conflictTexts, conflictTitle }: Words,
  { deed, conflict }: Pick<DoneDeed, 'deed' | 'conflict'>,
): string {
  const said: Readonly<Record<ConflictDeed, (title: string) => string>> = {
    KEEP: conflictTexts.kept,
    TAKE: conflictTexts.taken,
    MERGE: conflictTexts.merged,
    UNDO: conflictTexts.undone,
    REOPEN: conflictTexts.opened,
  };
  return said[deed](conflictTitle(conflict));
}
