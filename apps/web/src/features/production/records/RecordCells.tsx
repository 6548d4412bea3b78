'use client';

/** The cells of a record: to be read, or boxes while it is being edited. */
import { VOLUME_FIELDS, type Product, type ProductionRecord } from '@wellpulse/contracts';
import {
  comparedVolume,
  IconButton,
  Input,
  NumberField,
  shownVolume,
  varianceNote,
  VolumeCell,
  useWords,
} from '@wellpulse/ui';
import { NO_VALUE } from '@wellpulse/words';
import { Images } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { EstimatedBadge } from '../../../components/EstimatedBadge.tsx';
import { useSession } from '../../../components/SessionProvider.tsx';
import { useRowEditContext, type RowEdit } from './row-edit.ts';

const keysOf = (edit: RowEdit) => (event: KeyboardEvent) => {
  if (event.key === 'Enter') {
    event.preventDefault();
    edit.save();
  } else if (event.key === 'Escape') {
    event.stopPropagation();
    edit.cancel();
  }
};

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
  const { varianceThresholdPercent } = useSession();
  const edit = useRowEditContext();
  const field = VOLUME_FIELDS[product];
  if (edit.record?.id !== record.id || edit.text === null) return <VolumeCell value={record[field]} />;
  const text = edit.text[field];
  const compared = comparedVolume(edit.previous, field);
  const note = varianceNote(words, text, compared, product, varianceThresholdPercent);
  const isInvalid = edit.errors.some(({ path }) => path === field);
  return (
    <NumberField
      aria-label={`${words.productNames[product]}, ${words.formatDay(record.productionDate)}`}
      title={note ?? undefined}
      value={text}
      placeholder={record.estimatedFrom === null ? undefined : shownVolume(words, record, field)}
      invalid={isInvalid}
      warning={note !== null && !isInvalid}
      autoFocus={product === 'OIL'}
      onFocus={(event) => {
        event.target.select();
      }}
      onValueChange={(value) => {
        edit.change({ [field]: value });
      }}
      onKeyDown={keysOf(edit)}
    />
  );
}

export function NotesOfRecord({ record }: { record: ProductionRecord }) {
  const words = useWords();
  const edit = useRowEditContext();
  if (edit.record?.id !== record.id || edit.text === null) {
    return (
      <span title={record.notes ?? undefined}>
        {record.notes ?? <span className="text-ink-subtle">{NO_VALUE}</span>}
      </span>
    );
  }
  return (
    <Input
      aria-label={`${words.fieldLabel('production', 'notes')}, ${words.formatDay(record.productionDate)}`}
      value={edit.text.notes}
      maxLength={2000}
      invalid={edit.errors.some(({ path }) => path === 'notes')}
      onChange={(event) => {
        edit.change({ notes: event.target.value });
      }}
      onKeyDown={keysOf(edit)}
    />
  );
}
