'use client';

import { dayReader } from '@wellpulse/domain';
import {
  cellsOfColumn,
  DATE_FORMATS,
  guessDateFormat,
  MONTH_FORMATS,
  type CsvPreview,
  type MappingForm,
} from '@wellpulse/forms';
import { Field, Input } from '@wellpulse/ui';
import { office, words } from '../../lib/language.ts';

const texts = office.imports;

export interface DateFormatFieldProps {
  readonly preview: CsvPreview;
  readonly mapping: MappingForm;
  readonly error: string | undefined;
  readonly onChange: (change: Partial<MappingForm>) => void;
}

/** How days are written, with the first one of the file read by it. */
export function DateFormatField({ preview, mapping, error, onChange }: DateFormatFieldProps) {
  const cells = cellsOfColumn(preview, mapping.dateColumn);
  const sample = cells.find((text) => text.trim() !== '');
  const day = sample === undefined ? null : dayReader(mapping.dateFormat)(sample);
  const guess = guessDateFormat(cells);
  const inWords = (of: string): string =>
    mapping.rowsHold === 'MONTH' ? words.formatMonth(of.slice(0, 7)) : words.formatDayFull(of);
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
        guess !== mapping.dateFormat &&
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
        value={mapping.dateFormat}
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
