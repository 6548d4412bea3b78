/** One day of one well: yesterday beside each box, a tick when it is on the disk, then the next well. */
import type { EventPhoto, ProductionRecord } from '@wellpulse/contracts';
import { addDays, measuredVolumes, wayOfDay } from '@wellpulse/domain';
import {
  EntryForm,
  PhotoQueue,
  ReadingPhotos,
  saveWithPhotos,
  useObserved,
  type KnownDay,
} from '@wellpulse/forms';
import { devicePhotoSchema } from '@wellpulse/forms/device';
import {
  EntryConflict,
  PhotoStatus,
  ProductionEntryForm,
  Skeleton,
  toast,
  useWords,
  WellStatusBadge,
  type PreparedPhoto,
} from '@wellpulse/ui';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { RouteStop } from '../../../shared/bridge/records.ts';
import type { KnownWell } from '../../../shared/bridge/wells.ts';
import { NoSuchWell } from '../../components/NoSuchWell.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { useMain } from '../../lib/queries.ts';
import { useSession } from '../../lib/session.tsx';
import { useNameOf } from '../../lib/use-name-of.ts';
import { useToday } from '../../lib/use-today.ts';
import { KeptPhotos } from '../photos/KeptPhotos.tsx';
import { usePhotoHost } from '../photos/use-photo-host.ts';
import { usePicker } from '../photos/use-picker.tsx';
import { ownStops } from '../route/own-stops.ts';
import { ReadingActions } from './ReadingActions.tsx';

export interface EntryPageProps {
  readonly wellId: string;
  readonly day: string;
}

export function EntryPage({ wellId, day }: EntryPageProps) {
  const { data: well } = useMain('wells.get', { wellId });
  const { data: stops } = useMain('records.route', { day });
  if (well === undefined || stops === undefined) return <Skeleton className="h-96" />;
  if (well === null) return <NoSuchWell />;
  return <Entry key={`${wellId}.${day}`} well={well} stops={stops} day={day} />;
}

interface EntryProps {
  readonly well: KnownWell;
  readonly stops: readonly RouteStop[];
  readonly day: string;
}

const DAYS_BEFORE = 31;

function Entry({ well, stops, day }: EntryProps) {
  const words = useWords();
  const { fieldWords, productionTexts } = words;
  const today = useToday();
  const { desk, drafts, company } = useSession();
  const nameOf = useNameOf();
  const [, go] = useLocation();
  const host = usePhotoHost(well.id);
  const [form] = useState(() => new EntryForm(desk, { wellId: well.id, date: day }));
  const [photos] = useState(
    () =>
      new ReadingPhotos<File, PreparedPhoto, EventPhoto>({
        wellId: well.id,
        date: day,
        drafts,
        stored: devicePhotoSchema,
        queueOf: (kept) => new PhotoQueue(host, kept),
      }),
  );
  useObserved(photos, () => photos.revision, 0);
  useEffect(
    () => () => {
      photos.form.queue.close();
    },
    [photos],
  );
  const place = useObserved(form, () => form.place, form.place);
  const date = place.date === '' ? day : place.date;
  const { data: records = [], isLoading: isReading } = useMain('records.production', {
    wellId: well.id,
    from: addDays(date, -DAYS_BEFORE),
    to: date,
  });
  const { data: heldBefore } = useMain('wells.daysHeld', { wellId: well.id, until: date });
  const record = records.find(({ productionDate }) => productionDate === place.date) ?? null;
  const previous = records.find(({ productionDate }) => productionDate === addDays(date, -1)) ?? null;
  const last = records.find(
    (row) => row.productionDate < date && row.estimatedFrom === null && measuredVolumes(row) !== null,
  );
  const known: KnownDay = {
    ...place,
    record,
    last: last ?? null,
    dayBefore: measuredVolumes(previous),
  };
  const month = record?.estimatedFrom ?? null;
  const isLeft = ({ wellId }: RouteStop): boolean =>
    wellId !== well.id && !desk.hasSaved({ wellId, date: today });
  const picker = usePicker(photos.form);

  const tell = (saved: ProductionRecord | null) => {
    if (saved === null) return;
    photos.saved();
    toast.success(`${well.name}: ${fieldWords.saved}`);
    const { next } = wayOfDay(ownStops(stops).filter(isLeft));
    if (saved.productionDate !== today) go(`/wells/${well.id}`);
    else go(next === null ? '/' : `/wells/${next.wellId}/${today}`);
  };
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-5">
      <PageTitle
        title={well.name}
        below={well.lease ?? undefined}
        back={{ href: '/', label: fieldWords.backToRoute }}
      >
        {well.status !== 'ACTIVE' && <WellStatusBadge status={well.status} />}
      </PageTitle>
      {well.pluggedOn !== null && (
        <p className="rounded-xl bg-unknown-soft px-5 py-3 text-unknown">
          {productionTexts.pluggedOn(words.formatDayWithYear(well.pluggedOn))}
        </p>
      )}
      {record !== null && month === null && (
        <ReadingActions well={well} record={record} onTakenBack={() => form.moveTo(date)} />
      )}
      {record === null && heldBefore === 0 && <Notice tone="accent">{fieldWords.dayNotHere}</Notice>}
      {month !== null && (
        <p className="rounded-xl bg-unknown-soft px-5 py-3 text-unknown">
          {words.readingWords.estimateHint(words.formatMonth(month))}
        </p>
      )}
      <ProductionEntryForm
        size="field"
        autoFocus
        desk={desk}
        day={known}
        today={today}
        previous={previous}
        estimate={month === null ? null : record}
        thresholdPercent={company.varianceThresholdPercent}
        isReading={isReading}
        photos={picker}
        status={<PhotoStatus photos={photos.form} lost={photos.lost} />}
        saving={photos.form.isWaiting}
        submitLabel={record === null ? words.formTexts.saveEntry : productionTexts.saveChange}
        onTyped={() => {
          photos.form.stopWaiting();
        }}
        onDateChange={(moved) => {
          form.moveTo(moved);
          photos.moveTo(moved);
        }}
        onSave={(situation) => {
          const { staysAt, done } = saveWithPhotos(desk, photos, known, situation, (photo) => photo);
          void done.then(tell);
          return staysAt;
        }}
      />
      {record !== null && record.photoHashes.length > 0 && (
        <KeptPhotos
          hashes={record.photoHashes}
          label={words.readingWords.photosOf(words.formatDay(record.productionDate))}
        />
      )}
      <EntryConflict
        desk={desk}
        timeZone={company.timeZone}
        nameOf={nameOf}
        wellName={well.name}
        place={place}
        onSaved={tell}
      />
    </div>
  );
}
