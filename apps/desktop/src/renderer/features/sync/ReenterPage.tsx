/** A reading that the office refused, in its form with what was typed: saving it takes the place of the refused one. */
import type { EventPhoto, ProductionRecord } from '@wellpulse/contracts';
import { addDays, measuredVolumes } from '@wellpulse/domain';
import { reentryDesk, type EntryStore, type KnownDay } from '@wellpulse/forms';
import type { LoggedLine } from '@wellpulse/forms/device';
import { ProductionEntryForm, Skeleton, toast, useWords } from '@wellpulse/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
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
  const today = useToday();
  const { data: records } = useMain('records.production', {
    wellId,
    from: addDays(day, -31),
    to: today,
  });
  if (records === undefined) return <Skeleton className="h-96" />;
  return <ReentryForm refused={refused} wellId={wellId} day={day} records={records} />;
}

interface ReentryFormProps extends ReentryProps {
  readonly records: readonly ProductionRecord[];
}

function ReentryForm({ refused, wellId, day, records }: ReentryFormProps) {
  const words = useWords();
  const { deskWords, formatDayFull, formatTrouble } = words;
  const today = useToday();
  const { company } = useSession();
  const [, go] = useLocation();
  const on = (wanted: string) => records.find(({ productionDate }) => productionDate === wanted) ?? null;
  const knownOn = (date: string): KnownDay => {
    const previous = on(addDays(date === '' ? day : date, -1));
    return { wellId, date, record: on(date), last: previous, dayBefore: measuredVolumes(previous) };
  };
  const [desk] = useState(() => reentryDesk(storeInPlaceOf(refused.id), knownOn(day), refused.payload));
  const [date, setDate] = useState(day);
  const known = knownOn(date);
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-5">
      <PageTitle
        title={refused.wellName ?? deskWords.enterAgain}
        below={formatDayFull(day)}
        back={{ href: '/sync', label: `${deskWords.back}: ${deskWords.sync}` }}
      />
      {refused.refusal !== null && <Notice tone="bad">{formatTrouble(refused.refusal)}</Notice>}
      <ProductionEntryForm
        size="field"
        autoFocus
        desk={desk}
        day={known}
        today={today}
        previous={on(addDays(date === '' ? day : date, -1))}
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

/** Saves a day in place of an entry that was refused. */
const storeInPlaceOf = (eventId: string): EntryStore<EventPhoto> => {
  const save: EntryStore<EventPhoto>['save'] = async ({ photos, ...day }) => {
    const result = await call('sync.reenterDay', { eventId, ...day, photos: [...photos] });
    if (result.kind === 'HELD') throw new Error('One day has one answer');
    return result;
  };
  return { save, saveDays: async (days) => Promise.all(days.map(save)) };
};
