'use client';

import { dayReader } from '@wellpulse/domain';
import { Field, Input } from '@wellpulse/ui';
import { words } from '../../lib/language.ts';
import type { CsvPreview } from './csv-preview.ts';
import { cellsOf, DATE_FORMATS, guessDateFormat, type MappingForm } from './mapping-form.ts';

export interface DateFormatFieldProps {
  readonly preview: CsvPreview;
  readonly form: MappingForm;
  readonly error: string | undefined;
  readonly onChange: (change: Partial<MappingForm>) => void;
}

/** How days are written, with the first one of the file read by it. */
export function DateFormatField({ preview, form, error, onChange }: DateFormatFieldProps) {
  const texts = cellsOf(preview, form.dateColumn);
  const sample = texts.find((text) => text.trim() !== '');
  const day = sample === undefined ? null : dayReader(form.dateFormat)(sample);
  const guess = guessDateFormat(texts);
  return (
    <Field
      label="Written as"
      error={error}
      {...(sample === undefined
        ? {}
        : { hint: `${sample} is ${day === null ? 'not read' : words.formatDayFull(day)}` })}
      aside={
        guess !== null &&
        guess !== form.dateFormat &&
        day === null && (
          <button
            type="button"
            className="text-accent-text hover:underline"
            onClick={() => {
              onChange({ dateFormat: guess });
            }}
          >
            Use {guess}
          </button>
        )
      }
    >
      <Input
        list="import-date-formats"
        value={form.dateFormat}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          onChange({ dateFormat: event.target.value });
        }}
      />
      <datalist id="import-date-formats">
        {DATE_FORMATS.map((format) => (
          <option key={format} value={format} />
        ))}
      </datalist>
    </Field>
  );
}
