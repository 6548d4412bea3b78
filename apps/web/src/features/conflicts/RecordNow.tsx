import type { Conflict } from '@wellpulse/contracts';
import { conflictFields, DELETION } from '@wellpulse/domain';
import { words } from '../../lib/language.ts';
import { conflictValue } from './conflict-fields.ts';

/** The record as it stands at this moment, which others may have changed since. */
export function RecordNow({ conflict }: { conflict: Conflict }) {
  const { current } = conflict;
  return (
    <p className="num min-w-0 flex-1 basis-60 text-sm text-ink-muted [overflow-wrap:anywhere]">
      <span className="text-ink-subtle">Now: </span>
      {current === null ? 'the record is deleted' : valuesNow(conflict, current)}
    </p>
  );
}

function valuesNow(conflict: Conflict, current: Readonly<Record<string, unknown>>): string {
  const fields = conflictFields(conflict).filter(({ field }) => field !== DELETION);
  if (fields.length === 0) return 'the record is there';
  return fields
    .map(({ field }) => `${words.fieldName(field)} ${conflictValue(field, current[field] ?? null)}`)
    .join(' · ');
}
