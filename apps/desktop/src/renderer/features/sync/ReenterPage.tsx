/** A reading that the office refused, in its form with what was typed: saving it takes the place of the refused one. */
import { PRODUCTION_VALUE_NAMES, type EventPhoto } from '@wellpulse/contracts';
import { addDays, measuredVolumes } from '@wellpulse/domain';
import {
  EntryDesk,
  EntryDrafts,
  inputText,
  memoryDraftStorage,
  type EntryStore,
  type KnownDay,
  type VolumesText,
} from '@wellpulse/forms';
import { ProductionEntryForm, Skeleton, toast, useWords } from '@wellpulse/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { LoggedLine } from '../../../shared/bridge/logged-event.ts';
import { Notice } from '../../components/Notice.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { call } from '../../lib/bridge.ts';
import { readAgain, useMain } from '../../lib/queries.ts';
import { useSession } from '../../lib/session.tsx';
import { useToday } from '../../lib/use-today.ts';

export function ReenterPage({ eventId }: { readonly eventId: string }) {
  const { deskWords } = useWords();
  const { data: refused } = useMain('sync.refused', { eventId });
  if (refused === undefined) return <Skeleton className="h-96" />;
  if (refused === null || refused.wellId === null || refused.day === null)
    return <Notice tone="accent">{deskWords.nothingWaits}</Notice>;
  return <Reentry refused={refused} wellId={refused.wellId} day={refused.day} />;
}

interface ReentryProps {
  readonly refused: LoggedLine;
  readonly wellId: string;
  readonly day: string;
}

function Reentry({ refused, wellId, day }: ReentryProps) {
  const words = useWords();
  const { deskWords, formatDayFull, formatTrouble } = words;
  const today = useToday();
  const { company, person } = useSession();
  const [, go] = useLocation();
  const [desk] = useState(
    () =>
      new EntryDesk(
        new EntryDrafts(memoryDraftStorage(), { tenantId: company.id, userId: person.id }),
        storeInPlaceOf(refused.id),
      ),
  );
  const [date, setDate] = useState(day);
  const { data: records } = useMain('records.production', {
    wellId,
    from: addDays(day, -31),
    to: today,
  });
  if (records === undefined) return <Skeleton className="h-96" />;
  const on = (wanted: string) => records.find(({ productionDate }) => productionDate === wanted) ?? null;
  const previous = on(addDays(date === '' ? day : date, -1));
  const known: KnownDay = {
    wellId,
    date,
    record: on(date),
    last: previous,
    dayBefore: measuredVolumes(previous),
  };
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-5">
      <PageTitle
        title={refused.wellName ?? deskWords.enterAgain}
        below={formatDayFull(day)}
        back={{ href: '/sync', label: `${deskWords.back}: ${deskWords.sync}` }}
      />
      {refused.refusal !== null && <Notice tone="bad">{formatTrouble(refused.refusal)}</Notice>}
      <Prefilled desk={desk} known={known} refused={refused} />
      <ProductionEntryForm
        size="field"
        autoFocus
        desk={desk}
        day={known}
        today={today}
        previous={previous}
        thresholdPercent={company.varianceThresholdPercent}
        onDateChange={setDate}
        onSave={(situation) => {
          const { staysAt, done } = desk.save(known, situation, []);
          void done.then(async (saved) => {
            if (saved === null) return;
            toast.success(deskWords.sentAgain);
            await readAgain();
            go('/sync');
          });
          return staysAt;
        }}
      />
    </div>
  );
}

/** Types once what was refused. */
function Prefilled({
  desk,
  known,
  refused,
}: {
  readonly desk: EntryDesk<EventPhoto>;
  readonly known: KnownDay;
  readonly refused: LoggedLine;
}) {
  useState(() => {
    desk.type(known, typedOf(refused.payload));
  });
  return null;
}

const typedOf = (payload: LoggedLine['payload']): Partial<VolumesText> =>
  Object.fromEntries(
    PRODUCTION_VALUE_NAMES.flatMap((field) => {
      const value = payload[field];
      if (typeof value === 'number') return [[field, inputText(value)]];
      return typeof value === 'string' ? [[field, value]] : [];
    }),
  );

/** Saves a day in place of an entry that was refused. */
const storeInPlaceOf = (eventId: string): EntryStore<EventPhoto> => {
  const save: EntryStore<EventPhoto>['save'] = async ({ photos, ...day }) => {
    const result = await call('sync.reenterDay', { eventId, ...day, photos: [...photos] });
    if (result.kind === 'HELD') throw new Error('One day has one answer');
    return result;
  };
  return { save, saveDays: async (days) => Promise.all(days.map(save)) };
};
