'use client';

import type { CsvPreview } from '@wellpulse/forms';
import { Select, type SelectOption } from '@wellpulse/ui';
import { office } from '../../lib/language.ts';

/** The select has no empty value, and a column may have any name: so each carries a mark in front. */
const NONE = '-';

const columnOptions = (preview: CsvPreview, none?: string): SelectOption[] => [
  ...(none === undefined ? [] : [{ value: NONE, label: none }]),
  ...[...new Set(preview.header)]
    .filter((name) => name !== '')
    .map((name) => ({ value: `=${name}`, label: name })),
];

export interface ColumnSelectProps {
  readonly preview: CsvPreview;
  readonly column: string;
  /** What it is called to choose none; left out where one is needed. */
  readonly none?: string;
  readonly label?: string;
  readonly onColumnChange: (column: string) => void;
}

/** One of the file's columns; an empty text where none is chosen. */
export function ColumnSelect({ preview, column, none, label, onColumnChange }: ColumnSelectProps) {
  return (
    <Select
      {...(label === undefined ? {} : { 'aria-label': label })}
      placeholder={office.imports.chooseColumn}
      value={column === '' ? (none === undefined ? '' : NONE) : `=${column}`}
      options={columnOptions(preview, none)}
      onValueChange={(value) => {
        onColumnChange(value === NONE ? '' : value.slice(1));
      }}
    />
  );
}
