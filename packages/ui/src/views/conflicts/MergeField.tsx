'use client';

import { factsOf } from '@wellpulse/contracts';
import type { MergeEntry, MergePick, MergeRow } from '@wellpulse/forms';
import { useId } from 'react';
import { Field } from '../../components/inputs/Field.tsx';
import { Input } from '../../components/inputs/Input.tsx';
import { NumberField } from '../../components/inputs/NumberField.tsx';
import { cx } from '../../lib/cx.ts';
import { useWords } from '../../lib/words-context.tsx';

export interface MergeFieldProps {
  readonly row: MergeRow;
  readonly entry: MergeEntry;
  readonly error: string | undefined;
  readonly onChange: (entry: MergeEntry) => void;
}

/** One value of the record: the two sides, and a box for another. */
export function MergeField({ row, entry, error, onChange }: MergeFieldProps) {
  const words = useWords();
  const { conflictTexts } = words;
  const name = useId();
  const { field, now, incoming, before, box } = row;
  const options: readonly { pick: MergePick; label: string; value: string }[] = [
    { pick: 'EXISTING', label: conflictTexts.asItIs, value: words.conflictValue(field, now) },
    { pick: 'INCOMING', label: conflictTexts.cameIn, value: words.conflictValue(field, incoming) },
    ...(box === null ? [] : [{ pick: 'OWN' as const, label: conflictTexts.another, value: '' }]),
  ];
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium field:text-lg">
        {words.fieldName(field)}
        {before !== undefined && before !== null && (
          <span className="num ml-2 text-xs font-normal text-ink-muted">
            {conflictTexts.before(words.conflictValue(field, before))}
          </span>
        )}
      </legend>
      <div className="flex flex-col gap-1.5 field:gap-5">
        {options.map(({ pick, label, value }) => (
          <label
            key={pick}
            className={cx(
              'flex min-h-control cursor-pointer items-center gap-3 rounded-md border px-3 py-1.5 text-sm field:min-h-15 field:rounded-xl field:px-4 field:text-lg',
              entry.pick === pick ? 'border-accent bg-accent-soft' : 'border-line hover:bg-hover',
            )}
          >
            <input
              type="radio"
              name={name}
              checked={entry.pick === pick}
              className="size-4 shrink-0 accent-accent field:size-6"
              onChange={() => {
                onChange({ ...entry, pick });
              }}
            />
            <span className="w-16 shrink-0 text-ink-muted field:w-24">{label}</span>
            <span className="num min-w-0 font-medium [overflow-wrap:anywhere]">{value}</span>
          </label>
        ))}
        {entry.pick === 'OWN' && <OwnValue row={row} entry={entry} error={error} onChange={onChange} />}
      </div>
    </fieldset>
  );
}

function OwnValue({ row: { field, box }, entry, error, onChange }: MergeFieldProps) {
  const words = useWords();
  const { conflictTexts } = words;
  const change = (text: string) => {
    onChange({ pick: 'OWN', text });
  };
  return (
    <Field label={conflictTexts.anotherValue(words.fieldName(field))} hideLabel error={error}>
      {box !== 'TEXT' && box !== null ? (
        <NumberField
          autoFocus
          unit={factsOf('production', box)?.unit}
          value={entry.text}
          onValueChange={change}
        />
      ) : (
        <Input
          autoFocus
          value={entry.text}
          onChange={(event) => {
            change(event.target.value);
          }}
        />
      )}
    </Field>
  );
}
