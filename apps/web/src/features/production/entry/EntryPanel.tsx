'use client';

/** The form of one day of a well, with what is known of that day: a draft, a record, and the day before. */
import { MAX_PHOTOS_PER_ENTRY, type ProductionRecord } from '@wellpulse/contracts';
import { addDays, measuredVolumes, photoHashIn } from '@wellpulse/domain';
import { EntryForm, saveWithPhotos, useObserved, type KnownDay } from '@wellpulse/forms';
import { PhotoStatus, ProductionEntryForm, toast, useWords } from '@wellpulse/ui';
import { useState } from 'react';
import { useSession } from '../../../components/SessionProvider.tsx';
import { useColleagueNames } from '../../../queries/user-queries.ts';
import { useReadingPhotos } from '../../../queries/photo-queries.ts';
import { PhotoGrid } from '../../photos/PhotoGrid.tsx';
import { useLastMeasured, useRecordOfDay } from '../../../queries/production-queries.ts';
import { EntryConflict } from './EntryConflict.tsx';
import { useEntryDesk } from './entry-desk.tsx';
import { useEntryPhotos } from './use-entry-photos.ts';

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
  const desk = useEntryDesk();
  const [form] = useState(() => new EntryForm(desk, { wellId: well.id, date: initialDate }));
  const place = useObserved(form, () => form.place, form.place);
  const { date } = place;
  const ofDay = useRecordOfDay(well.id, date);
  const ofDayBefore = useRecordOfDay(well.id, date === '' ? '' : addDays(date, -1));
  const measuredLast = useLastMeasured(well.id, date);
  const { data: record = null } = ofDay;
  const { data: previous = null } = ofDayBefore;
  const { data: last = null } = measuredLast;
  const known: KnownDay = { ...place, record, last, dayBefore: measuredVolumes(previous) };

  const tell = (saved: ProductionRecord | null) => {
    if (saved === null) return;
    toast.success(productionTexts.daySaved(well.name, words.formatDay(saved.productionDate)));
    photos.saved();
    onSaved();
  };
  const photos = useEntryPhotos(well.id, initialDate);
  const month = record?.estimatedFrom ?? null;

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
        desk={desk}
        day={known}
        today={today}
        previous={previous}
        estimate={month === null ? null : record}
        thresholdPercent={varianceThresholdPercent}
        isReading={[ofDay, ofDayBefore, measuredLast].some(({ isLoading }) => isLoading)}
        onDateChange={(next) => {
          form.moveTo(next);
          photos.moveTo(next);
        }}
        onTyped={() => {
          photos.form.stopWaiting();
        }}
        onSave={(situation) => {
          const { staysAt, done } = saveWithPhotos(desk, photos, known, situation, ({ blobName }) =>
            photoHashIn(blobName),
          );
          void done.then(tell);
          return staysAt;
        }}
        saving={photos.form.isWaiting}
        submitLabel={record ? productionTexts.saveChange : words.formTexts.saveEntry}
        onCancel={onCancel}
        photos={{
          photos: photos.form.photos,
          max: MAX_PHOTOS_PER_ENTRY,
          timeZone: tenant.timeZone,
          onAdd: (files) => {
            photos.form.queue.add(files);
          },
          onRetry: (id) => {
            photos.form.queue.retry(id);
          },
          onRemove: (id) => {
            photos.form.queue.remove(id);
          },
        }}
        status={<PhotoStatus photos={photos.form} lost={photos.lost} />}
      />
      <EntryConflict wellName={well.name} place={place} onSaved={tell} />
    </div>
  );
}

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
