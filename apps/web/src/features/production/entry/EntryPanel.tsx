'use client';

/** The form of one day of a well, with what is known of that day: a draft, a record, and the day before. */
import { MAX_PHOTOS_PER_ENTRY, type ProductionEntry, type ProductionRecord } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { emptyEntry, entryTextOf, ProductionEntryForm, toast, useWords } from '@wellpulse/ui';
import { useState } from 'react';
import { problemOf } from '../../../lib/api.ts';
import { problemSentence } from '../../../lib/problem-words.ts';
import { useSession } from '../../../components/SessionProvider.tsx';
import { useColleagueNames } from '../../../queries/user-queries.ts';
import { useReadingPhotos } from '../../../queries/photo-queries.ts';
import { PhotoGrid } from '../../photos/PhotoGrid.tsx';
import { PhotoStatus } from '../../photos/PhotoStatus.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { useRecordOfDay } from '../../../queries/production-queries.ts';
import { conflictOf, useSaveEntry, type EntryBase } from './save-entry.ts';
import { isSameText } from './drafts.ts';
import { useEntryPhotos } from './use-entry-photos.ts';
import { useDraft, useDrafts } from './use-draft.tsx';

export interface EntryPanelProps {
  readonly well: { readonly id: string; readonly name: string };
  readonly initialDate: string;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

export function EntryPanel({ well, initialDate, onSaved, onCancel }: EntryPanelProps) {
  const words = useWords();
  const { productionTexts } = words;
  const { today, tenant, varianceThresholdPercent } = useSession();
  const [date, setDate] = useState(initialDate);
  const drafts = useDrafts();
  const [draft, setDraft] = useDraft({ wellId: well.id, date });
  const { data: record } = useRecordOfDay(well.id, date);
  const { data: previous } = useRecordOfDay(well.id, date === '' ? '' : addDays(date, -1));
  const [entry, setEntry] = useState<ProductionEntry | null>(null);
  const { mutate, reset, isPending, error } = useSaveEntry();
  const conflict = conflictOf(error);
  const base = draft === null ? (record ?? null) : draft.base;
  const photos = useEntryPhotos({
    wellId: well.id,
    date,
    isSaving: isPending,
    save: (submitted) => {
      save(submitted, base);
    },
  });

  const month = record?.estimatedFrom ?? null;
  const start = record ? entryTextOf(record) : emptyEntry(date);
  const shown = draft === null ? start : { productionDate: date, ...draft };
  const changeDate = (next: string) => {
    // What was typed stays in the boxes: it was the day that was wrong.
    const place = { wellId: well.id, date: next };
    if (draft !== null && next !== '' && drafts?.read(place) === null) {
      drafts.write(place, { ...draft, base: null });
      setDraft(null);
    }
    photos.stopWaiting();
    photos.forget();
    setDate(next);
  };
  const save = (entryToSave: ProductionEntry, base: EntryBase | null) => {
    setEntry(entryToSave);
    mutate(
      { wellId: well.id, entry: entryToSave, base, text: shown },
      {
        onSuccess: () => {
          toast.success(productionTexts.daySaved(well.name, words.formatDay(entryToSave.productionDate)));
          photos.forget();
          onSaved();
        },
      },
    );
  };

  return (
    <div className="flex flex-col gap-4">
      {record && month === null && (
        <AlreadyEntered updatedBy={record.updatedBy} updatedAt={record.updatedAt} />
      )}
      {record && <KnownPhotos record={record} />}
      {month !== null && (
        <p className="rounded-md bg-unknown-soft px-3 py-2 text-sm text-unknown">
          {words.readingWords.estimateHint(words.formatMonth(month))}
        </p>
      )}
      <ProductionEntryForm
        autoFocus
        today={today}
        previous={previous ?? null}
        estimate={month === null ? null : (record ?? null)}
        thresholdPercent={varianceThresholdPercent}
        draft={shown}
        onDraftChange={({ productionDate, ...texts }) => {
          if (productionDate !== date) {
            changeDate(productionDate);
            return;
          }
          photos.stopWaiting();
          setDraft(
            isSameText(texts, start)
              ? null
              : { ...texts, base: base && { id: base.id, version: base.version } },
          );
        }}
        fieldErrors={problemOf(error)?.errors ?? NO_ERRORS}
        {...(error === null || conflict !== null ? {} : { formError: problemSentence(words, error) })}
        saving={isPending || photos.isWaiting}
        submitLabel={record ? productionTexts.saveChange : words.formTexts.saveEntry}
        onCancel={onCancel}
        onSubmit={photos.submit}
        photos={{
          photos: photos.photos,
          max: MAX_PHOTOS_PER_ENTRY,
          timeZone: tenant.timeZone,
          onAdd: (files) => {
            photos.queue.add(files);
          },
          onRetry: (id) => {
            photos.queue.retry(id);
          },
          onRemove: (id) => {
            photos.queue.remove(id);
          },
        }}
        status={<PhotoStatus form={photos} lost={photos.lost} />}
      />
      {conflict !== null && entry !== null && (
        <ConflictDialog
          wellName={well.name}
          mine={entry}
          theirs={conflict}
          saving={isPending}
          error={null}
          onKeepTheirs={() => {
            setDraft(null);
            reset();
          }}
          onSaveMine={() => {
            save(entry, conflict);
          }}
          onDecideLater={reset}
        />
      )}
    </div>
  );
}

const NO_ERRORS = [] as const;

/** Photos that the reading has: they stay, whatever is changed. */
function KnownPhotos({ record }: { record: ProductionRecord }) {
  const words = useWords();
  const { data: photos = [] } = useReadingPhotos(record);
  if (photos.length === 0) return null;
  return (
    <PhotoGrid
      photos={photos}
      wellId={record.wellId}
      label={words.readingWords.photosOf(words.formatDay(record.productionDate))}
      size="sm"
    />
  );
}

function AlreadyEntered({ updatedBy, updatedAt }: { updatedBy: string; updatedAt: string }) {
  const words = useWords();
  const { productionTexts } = words;
  const { tenant } = useSession();
  const nameOf = useColleagueNames();
  return (
    <p className="rounded-md bg-accent-soft px-3 py-2 text-sm text-accent-text">
      {productionTexts.alreadyEntered(nameOf(updatedBy), words.formatInstant(updatedAt, tenant.timeZone))}
    </p>
  );
}
