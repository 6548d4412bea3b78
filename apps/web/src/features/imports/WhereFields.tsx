'use client';

import {
  cellsOfColumn,
  type MappedFile,
  type CsvPreview,
  type ImportForm,
  type MappingForm,
} from '@wellpulse/forms';
import { Button, IconButton, Input } from '@wellpulse/ui';
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { office } from '../../lib/language.ts';
import { ColumnSelect } from './ColumnSelect.tsx';

const texts = office.imports;

export interface WhereFieldsProps {
  readonly form: ImportForm<File>;
  readonly chosen: MappedFile<File>;
}

/** As many as the server takes. */
const MAX_FILTERS = 20;

/** Rows that do not hold these values are left out, such as those of injection. */
export function WhereFields({ form, chosen: { preview, mapping } }: WhereFieldsProps) {
  const { where } = mapping;
  const labelId = useId();
  return (
    <div role="group" aria-labelledby={labelId} className="flex flex-col gap-2">
      <span id={labelId} className="text-sm font-medium">
        {texts.onlyRows}
      </span>
      {where.map((filter, position) => (
        <WhereRow
          // The place in the list is all that tells one filter from another.
          key={position}
          position={position}
          preview={preview}
          filter={filter}
          onChange={(changed) => {
            form.changeFilter(position, changed);
          }}
          onRemove={() => {
            form.removeFilter(position);
          }}
        />
      ))}
      {where.length === 0 && <p className="text-xs text-ink-subtle">{texts.allRows}</p>}
      {where.length < MAX_FILTERS && (
        <div>
          <Button
            size="sm"
            icon={<Plus aria-hidden />}
            onClick={() => {
              form.addFilter();
            }}
          >
            {texts.addFilter}
          </Button>
        </div>
      )}
    </div>
  );
}

interface WhereRowProps {
  readonly position: number;
  readonly preview: CsvPreview;
  readonly filter: MappingForm['where'][number];
  readonly onChange: (changed: Partial<MappingForm['where'][number]>) => void;
  readonly onRemove: () => void;
}

/** Beyond this many, a list of values is no help. */
const MAX_SUGGESTED = 50;

function WhereRow({ position, preview, filter, onChange, onRemove }: WhereRowProps) {
  const listId = useId();
  const values = [...new Set(cellsOfColumn(preview, filter.column).map((cell) => cell.trim()))].sort();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)_auto] items-center gap-2">
      <ColumnSelect
        label={texts.filterColumn(position + 1)}
        preview={preview}
        column={filter.column}
        onColumnChange={(column) => {
          onChange({ column });
        }}
      />
      <span className="text-xs text-ink-subtle">{texts.is}</span>
      <Input
        aria-label={texts.filterValue(position + 1)}
        list={listId}
        value={filter.equals}
        autoComplete="off"
        onChange={(event) => {
          onChange({ equals: event.target.value });
        }}
      />
      <datalist id={listId}>
        {values.length <= MAX_SUGGESTED && values.map((value) => <option key={value} value={value} />)}
      </datalist>
      <IconButton label={texts.removeFilter(position + 1)} onClick={onRemove}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
