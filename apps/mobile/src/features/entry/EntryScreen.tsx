/** One day of one well: yesterday beside each box, a tick when it is on the disk, then the next well. */
import {
  productionRecordSchema,
  type EventPhoto,
  type ProductionRecord,
  type Well,
} from '@wellpulse/contracts';
import { addDays, measuredVolumes } from '@wellpulse/domain';
import { ReadingPhotos, saveWithPhotos, useObserved, useWords, type KnownDay } from '@wellpulse/forms';
import { devicePhotoSchema } from '@wellpulse/forms/device';
import { useRef, useState, type ReactNode } from 'react';
import type { TextInput } from 'react-native';
import { WayRow } from '../../components/lists/WayRow.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import type { PreparedPicture } from '../../data/prepare-picture.ts';
import { useRead } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import { usePlace } from '../../lib/use-place.ts';
import { useToday } from '../../lib/use-today.ts';
import { PlaceNote } from '../location/PlaceNote.tsx';
import type { Picture } from '../../native/ports.ts';
import { showBox } from '../../native/screen/show-box';
import { KeptPhotos } from '../photos/KeptPhotos.tsx';
import { PhotoBox } from '../photos/PhotoBox.tsx';
import { useClosing, useQueueOf } from '../photos/use-photo-form.ts';
import { useHoldsDay } from '../wells/use-days-held.ts';
import { useWell } from '../wells/use-well.ts';
import { useNextStop } from '../route/use-next-stop.ts';
import { useFreshQuestion } from './AskBar.tsx';
import { ConflictNote } from './ConflictNote.tsx';
import { EntryBoxes } from './EntryBoxes.tsx';
import { ReadingActions, TakenBackNote } from './ReadingActions.tsx';
import { SaveBar } from './SaveBar.tsx';

const DAYS_BEFORE = 31;

export interface EntryScreenProps {
  readonly wellId: string;
  readonly day: string;
  /** Said in place of who entered the day, as of an entry that is typed once more. */
  readonly about?: ReactNode;
  /** The person came here to take a photo. */
  readonly opensCamera?: boolean;
  /** It is on the disk: the next well, or null for the end of the route. */
  readonly onSaved: (next: string | null, well: Well) => void;
}

export function EntryScreen({ wellId, day, ...rest }: EntryScreenProps) {
  const { listWords } = useWords();
  const { company } = useSession();
  const banner = <SyncBanner timeZone={company.timeZone} />;
  const well = useWell(wellId);
  const rows = useRead(['production', wellId, day], async ({ records }) => {
    const found = await records.production(wellId, { from: addDays(day, -DAYS_BEFORE), to: day }).all();
    return found.map((row) => productionRecordSchema.parse(row));
  });
  if (well === undefined || rows === undefined) return <Screen top={banner}>{null}</Screen>;
  if (well === null) {
    return (
      <Screen top={banner}>
        <ScreenHead title={listWords.noSuchWell} below={listWords.noSuchWellHint} />
      </Screen>
    );
  }
  return <Entry key={`${wellId}.${day}`} well={well} day={day} rows={rows} {...rest} />;
}

interface EntryProps extends Omit<EntryScreenProps, 'wellId'> {
  readonly well: Well;
  readonly rows: readonly ProductionRecord[];
}

function Entry({ well, day, about, rows, opensCamera = false, onSaved }: EntryProps) {
  const words = useWords();
  const { fieldWords, formTexts, productionTexts, readingWords } = words;
  const { desk, drafts, company } = useSession();
  const today = useToday();
  const next = useNextStop(well.id);
  const place = usePlace(well);
  const boxes = useRef(new Map<string, TextInput>());
  const queueOf = useQueueOf(place);
  const [photos] = useState(
    () =>
      new ReadingPhotos<Picture, PreparedPicture, EventPhoto>({
        ...{ wellId: well.id, date: day, drafts },
        stored: devicePhotoSchema,
        queueOf,
      }),
  );
  useObserved(photos, () => photos.revision, 0);
  useClosing(photos.form);
  const record = rows.find(({ productionDate }) => productionDate === day) ?? null;
  const previous = rows.find(({ productionDate }) => productionDate === addDays(day, -1)) ?? null;
  const isHeld = useHoldsDay(well.id, day);
  const last = rows.find(
    (row) => row.productionDate < day && row.estimatedFrom === null && measuredVolumes(row) !== null,
  );
  const known: KnownDay = {
    wellId: well.id,
    date: day,
    record,
    last: last ?? null,
    dayBefore: measuredVolumes(previous),
  };
  const [takenBack, setTakenBack] = useState<ProductionRecord | null>(null);
  const phase = useObserved(desk, () => desk.phase(known), null);
  const isFresh = useFreshQuestion(phase?.kind === 'ASKED' ? phase : null);

  const tell = (saved: ProductionRecord | null) => {
    if (saved === null) return;
    place.typed.saved();
    photos.saved();
    onSaved(next?.wellId ?? null, well);
  };
  const save = () => {
    const situation = { words, today, location: place.locate() };
    const { staysAt, done } = saveWithPhotos(desk, photos, known, situation, (photo) => photo);
    if (staysAt !== null) {
      const box = boxes.current.get(staysAt);
      box?.focus();
      // What is said at the thumb takes room from the boxes, a moment later.
      requestAnimationFrame(() => {
        showBox(box);
      });
    }
    void done.then(tell);
  };
  return (
    <Screen
      top={<SyncBanner timeZone={company.timeZone} />}
      bottom={
        <SaveBar
          phase={phase}
          isFresh={isFresh}
          isToday={day === today}
          label={record === null ? formTexts.saveEntry : productionTexts.saveChange}
          busy={phase?.kind === 'SAVING' || photos.form.isWaiting}
          onTake={(field, text) => {
            desk.type(known, { [field]: text });
          }}
          onSave={save}
        />
      }
    >
      <ScreenHead title={well.name} below={[well.lease, words.formatDayRelative(day, today)]} />
      {about ??
        (record !== null && record.estimatedFrom === null && (
          <ReadingActions wellName={well.name} record={record} onTakenBack={setTakenBack} />
        ))}
      {record === null && takenBack !== null && (
        <TakenBackNote
          record={takenBack}
          onBroughtBack={() => {
            setTakenBack(null);
          }}
        />
      )}
      {record !== null && record.estimatedFrom !== null && (
        <Notice tone="unknown" text={readingWords.estimateHint(words.formatMonth(record.estimatedFrom))} />
      )}
      {record === null && isHeld === false && <Notice tone="unknown" text={fieldWords.dayNotHere} />}
      <ConflictNote desk={desk} place={known} wellName={well.name} onSaved={tell} />
      <EntryBoxes
        known={known}
        previous={previous}
        estimate={record !== null && record.estimatedFrom !== null ? record : null}
        today={today}
        place={<PlaceNote place={place} />}
        refOf={(field) => (input) => {
          if (input !== null) boxes.current.set(field, input);
        }}
        onGo={(field) => {
          boxes.current.get(field)?.focus();
        }}
        onTyped={() => {
          photos.form.stopWaiting();
        }}
        onDone={save}
      />
      {about === undefined && <PhotoBox photos={photos.form} lost={photos.lost} opensCamera={opensCamera} />}
      {record !== null && (
        <KeptPhotos
          hashes={record.photoHashes}
          label={readingWords.photosOf(words.formatDay(record.productionDate))}
        />
      )}
      {about === undefined && (
        <WayRow
          href={{ pathname: '/wells/[wellId]', params: { wellId: well.id } }}
          icon="chart"
          title={words.phoneWords.moreOfWell}
          below={words.phoneWords.moreOfWellHint}
        />
      )}
    </Screen>
  );
}
