'use client';

/** The cells of a record: to be read, or boxes while it is being edited. */
import {
  VOLUME_FIELDS,
  type Product,
  type ProductionRecord,
  type ProductionValueName,
} from '@wellpulse/contracts';
import { comparedVolume, errorOfBox, shownVolume } from '@wellpulse/forms';
import { IconButton, Input, NumberField, VolumeCell, useWords } from '@wellpulse/ui';
import { NO_VALUE } from '@wellpulse/words';
import { Images } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { EstimatedBadge } from '../../../components/EstimatedBadge.tsx';
import { ROW_NOTE_ID, useRowEditing, type RowEditing } from './row-editing.tsx';

const keysOf =
  ({ edit, save }: RowEditing) =>
  (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      edit.cancel();
    }
  };

/** Marks the box of a field, so that it is found again. */
const boxMark = (field: ProductionValueName) => ({ 'data-record-box': field });

export interface DayOfRecordProps {
  readonly record: ProductionRecord;
  readonly isNarrow: boolean;
  /** Shows the photos of the record. */
  readonly onPhotos: (record: ProductionRecord) => void;
}

/** The day, with what is to be known of its volumes: that nobody read them off, and that there are pictures. */
export function DayOfRecord({ record, isNarrow, onPhotos }: DayOfRecordProps) {
  const words = useWords();
  const { productionDate, photoHashes } = record;
  const { readingWords } = words;
  return (
    <span className="flex flex-wrap items-center gap-x-1.5">
      <span className="num font-medium">
        {isNarrow ? words.formatDayWithYear(productionDate) : words.formatDayFull(productionDate)}
      </span>
      <EstimatedBadge record={record} />
      {photoHashes.length > 0 && (
        <IconButton
          label={`${readingWords.photosOf(words.formatDay(productionDate))}: ${photoHashes.length}`}
          size="sm"
          onClick={() => {
            onPhotos(record);
          }}
        >
          <Images aria-hidden />
        </IconButton>
      )}
    </span>
  );
}

export function VolumeOfRecord({ record, product }: { record: ProductionRecord; product: Product }) {
  const words = useWords();
  const editing = useRowEditing();
  const { edit, text, phase, previous, noteOf } = editing;
  const field = VOLUME_FIELDS[product];
  if (edit.record?.id !== record.id || text === null) return <VolumeCell value={record[field]} />;
  const isInvalid = errorOfBox(words, phase, field) !== undefined;
  const isRemarkable = noteOf(field) !== null;
  const before = comparedVolume(previous, field);
  return (
    <NumberField
      aria-label={`${words.productNames[product]}, ${words.formatDay(record.productionDate)}`}
      aria-describedby={ROW_NOTE_ID}
      title={
        before === null
          ? undefined
          : `${words.formTexts.dayBefore}: ${words.formatVolumeWithUnit(before, product)}`
      }
      value={text[field]}
      placeholder={record.estimatedFrom === null ? undefined : shownVolume(words, record, field)}
      invalid={isInvalid}
      warning={isRemarkable && !isInvalid}
      autoFocus={product === 'OIL'}
      onFocus={(event) => {
        event.target.select();
      }}
      onValueChange={(value) => {
        editing.type({ [field]: value });
      }}
      onBlur={() => {
        editing.leave(field);
      }}
      onKeyDown={keysOf(editing)}
      {...boxMark(field)}
    />
  );
}

export function NotesOfRecord({ record }: { record: ProductionRecord }) {
  const words = useWords();
  const editing = useRowEditing();
  const { edit, text, phase } = editing;
  if (edit.record?.id !== record.id || text === null) {
    return (
      <span title={record.notes ?? undefined}>
        {record.notes ?? <span className="text-ink-subtle">{NO_VALUE}</span>}
      </span>
    );
  }
  return (
    <Input
      aria-label={`${words.fieldLabel('production', 'notes')}, ${words.formatDay(record.productionDate)}`}
      value={text.notes}
      maxLength={2000}
      invalid={errorOfBox(words, phase, 'notes') !== undefined}
      onChange={(event) => {
        editing.type({ notes: event.target.value });
      }}
      onKeyDown={keysOf(editing)}
      {...boxMark('notes')}
    />
  );
}
