'use client';

import { dayReader } from '@wellpulse/domain';
import { Field, Input } from '@wellpulse/ui';
import { office, words } from '../../lib/language.ts';
import type { CsvPreview } from './csv-preview.ts';
import { cellsOf, DATE_FORMATS, guessDateFormat, MONTH_FORMATS, type MappingForm } from './mapping-form.ts';

const texts = office.imports;

export interface DateFormatFieldProps {
  readonly preview: CsvPreview;
  readonly form: MappingForm;
  readonly error: string | undefined;
  readonly onChange: (change: Partial<MappingForm>) => void;
}

/** How days are written, with the first one of the file read by it. */
export function DateFormatField({ preview, form, error, onChange }: DateFormatFieldProps) {
  const cells = cellsOf(preview, form.dateColumn);
  const sample = cells.find((text) => text.trim() !== '');
  const day = sample === undefined ? null : dayReader(form.dateFormat)(sample);
  const guess = guessDateFormat(cells);
  const inWords = (of: string): string =>
    form.rowsHold === 'MONTH' ? words.formatMonth(of.slice(0, 7)) : words.formatDayFull(of);
  return (
    <Field
      label={texts.dayFormat}
      error={error}
      {...(sample === undefined
        ? {}
        : {
            hint: day === null ? texts.dayIsNotRead(sample) : texts.dayIs(sample, inWords(day)),
          })}
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
            {texts.useFormat(guess)}
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
        {[...DATE_FORMATS, ...MONTH_FORMATS].map((format) => (
          <option key={format} value={format} />
        ))}
      </datalist>
    </Field>
  );
}
