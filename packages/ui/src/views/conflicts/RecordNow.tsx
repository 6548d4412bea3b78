import { conflictFields, DELETION, type ShownConflict } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';
import { useWords } from '../../lib/words-context.tsx';

/** The record as it stands at this moment, which others may have changed since. */
export function RecordNow({ conflict }: { conflict: ShownConflict }) {
  const words = useWords();
  const { conflictTexts } = words;
  const { current } = conflict;
  return (
    <p className="num text-sm text-ink-muted [overflow-wrap:anywhere]">
      <span className="text-ink-subtle">{conflictTexts.now} </span>
      {current === null ? conflictTexts.recordIsDeleted : valuesNow(words, conflict, current)}
    </p>
  );
}

function valuesNow(
  words: Words,
  conflict: ShownConflict,
  current: Readonly<Record<string, unknown>>,
): string {
  const fields = conflictFields(conflict).filter(({ field }) => field !== DELETION);
  if (fields.length === 0) return words.conflictTexts.recordIsThere;
  return fields
    .map(({ field }) => `${words.fieldName(field)} ${words.conflictValue(field, current[field] ?? null)}`)
    .join(' · ');
}
