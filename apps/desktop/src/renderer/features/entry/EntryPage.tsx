/** One day of one well: yesterday beside each box, a tick when it is on the disk, then the next well. */
import { addDays, measuredVolumes } from '@wellpulse/domain';
import { EntryForm, useObserved, type KnownDay } from '@wellpulse/forms';
import { ProductionEntryForm, Skeleton, toast, useWords } from '@wellpulse/ui';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { RouteStop } from '../../../shared/bridge/records.ts';
import { useMain } from '../../lib/queries.ts';
import { useSession } from '../../lib/session.tsx';
import { useToday } from '../../lib/use-today.ts';

export function EntryPage({ wellId, day }: { readonly wellId: string; readonly day: string }) {
  const { data: stops } = useMain('records.route', { day });
  const stop = stops?.find((known) => known.wellId === wellId);
  if (stops === undefined || stop === undefined) return <Skeleton className="h-96" />;
  return <Entry key={`${wellId}.${day}`} stop={stop} stops={stops} day={day} />;
}

function Entry({
  stop,
  stops,
  day,
}: {
  readonly stop: RouteStop;
  readonly stops: readonly RouteStop[];
  readonly day: string;
}) {
  const words = useWords();
  const { fieldWords } = words;
  const today = useToday();
  const { desk, company } = useSession();
  const [, go] = useLocation();
  const [form] = useState(() => new EntryForm(desk, { wellId: stop.wellId, date: day }));
  const place = useObserved(form, () => form.place, form.place);
  const { data: records = [] } = useMain('records.production', {
    wellId: stop.wellId,
    from: addDays(place.date === '' ? day : place.date, -31),
    to: place.date === '' ? day : place.date,
  });
  const record = records.find(({ productionDate }) => productionDate === place.date) ?? null;
  const previous = records.find(({ productionDate }) => productionDate === addDays(place.date, -1)) ?? null;
  const known: KnownDay = { ...place, record, last: stop.last, dayBefore: measuredVolumes(previous) };
  const next = stops.find((other) => other.record === null && other.wellId !== stop.wellId && other.isMine);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-5">
      <Link href="/" className="flex min-h-15 items-center gap-3 text-lg font-semibold">
        <ArrowLeft aria-hidden className="size-7" />
        {fieldWords.backToRoute}
      </Link>
      <h1 className="text-2xl font-bold">{stop.wellName}</h1>
      <ProductionEntryForm
        size="field"
        autoFocus
        desk={desk}
        day={known}
        today={today}
        previous={previous}
        thresholdPercent={company.varianceThresholdPercent}
        onDateChange={(date) => {
          form.moveTo(date);
        }}
        onSave={(situation) => {
          const { staysAt, done } = desk.save(known, situation, []);
          void done.then((saved) => {
            if (saved === null) return;
            toast.success(`${stop.wellName}: ${fieldWords.saved}`);
            go(next === undefined ? '/' : `/wells/${next.wellId}/${day}`);
          });
          return staysAt;
        }}
      />
    </div>
  );
}
