'use client';

/** Seven days of a well at once: of the new ones all or none. */
import type { ProductionRecord, Well } from '@wellpulse/contracts';
import { addDays, dayNumber } from '@wellpulse/domain';
import { useObserved } from '@wellpulse/forms';
import {
  BulkProductionGrid,
  Card,
  PageHeader,
  Skeleton,
  toast,
  useWords,
  WellStatusBadge,
} from '@wellpulse/ui';
import { useRouter } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { DayPicker } from '../../../components/filters/DayPicker.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { parseAsDay } from '../../../lib/url-parsers.ts';
import { useItems } from '../../../queries/use-items.ts';
import { useSession } from '../../../components/SessionProvider.tsx';
import { NoSuchWell } from '../../../components/missing/NoSuchWell.tsx';
import { WellBreadcrumbs } from '../../../components/WellBreadcrumbs.tsx';
import { useWell } from '../../../queries/well-queries.ts';
import { PluggedNote } from './PluggedNote.tsx';
import { useProduction } from '../../../queries/production-queries.ts';
import { EntryConflict } from './EntryConflict.tsx';
import { useEntryDesk } from './entry-desk.tsx';

const DAYS = 7;

export function BulkPage({ wellId }: { wellId: string }) {
  const query = useWell(wellId);
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-4">
      <Loaded query={query} loading={<Skeleton className="h-16" />} missing={<NoSuchWell />}>
        {(well) => <BulkOfWell well={well} />}
      </Loaded>
    </div>
  );
}

function BulkOfWell({ well }: { well: Well }) {
  const { productionTexts } = useWords();
  const { today } = useSession();
  const [{ until }, setUntil] = useQueryStates({ until: parseAsDay });
  const newest = well.pluggedOn ?? today;
  const last = until !== null && until <= newest ? until : newest;
  return (
    <>
      <PageHeader
        breadcrumbs={<WellBreadcrumbs well={well} current={productionTexts.sevenDays} />}
        title={productionTexts.sevenDaysOf(well.name)}
        badge={<WellStatusBadge status={well.status} />}
        actions={
          <DayPicker
            label={productionTexts.lastDay}
            day={last}
            today={today}
            onDayChange={(day) => void setUntil({ until: day === newest ? null : day })}
          />
        }
      />
      <PluggedNote well={well} />
      <Grid key={last} well={well} last={last} />
    </>
  );
}

function Grid({ well, last }: { well: Well; last: string }) {
  const { productionTexts } = useWords();
  const router = useRouter();
  const { today, varianceThresholdPercent } = useSession();
  const first = addDays(last, 1 - DAYS);
  // One day more, for the warnings of the first row.
  const query = useProduction(well.id, { from: addDays(first, -1), to: last });
  const records = useItems(query.data);
  const { days, before } = useMemo(() => rowsOf(records, first), [records, first]);
  const desk = useEntryDesk();
  // A day that was to be replaced, and that somebody else has saved meanwhile.
  const met = useObserved(
    desk,
    () =>
      days.find(({ day }) => desk.phase({ wellId: well.id, date: day })?.kind === 'CONFLICT')?.day ?? null,
    null,
  );
  return (
    <Card>
      <Loaded query={query} loading={<Skeleton className="h-80" />}>
        {() => (
          <BulkProductionGrid
            desk={desk}
            wellId={well.id}
            days={days}
            before={before}
            today={today}
            thresholdPercent={varianceThresholdPercent}
            onCancel={() => {
              router.push(`/wells/${well.id}`);
            }}
            onSaved={(total) => {
              toast.success(productionTexts.daysSaved(well.name, total));
            }}
          />
        )}
      </Loaded>
      {met !== null && <EntryConflict wellName={well.name} place={{ wellId: well.id, date: met }} />}
    </Card>
  );
}

function rowsOf(records: readonly ProductionRecord[], first: string) {
  const byDay = new Map(records.map((record) => [dayNumber(record.productionDate), record]));
  const days = Array.from({ length: DAYS }, (_, offset) => {
    const day = addDays(first, offset);
    return { day, record: byDay.get(dayNumber(day)) ?? null };
  });
  return { days, before: byDay.get(dayNumber(first) - 1) ?? null };
}
