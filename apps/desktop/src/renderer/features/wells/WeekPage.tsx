/** Seven days of a well at once. */
import { addDays } from '@wellpulse/domain';
import { useObserved } from '@wellpulse/forms';
import {
  BulkProductionGrid,
  EntryConflict,
  IconButton,
  Skeleton,
  toast,
  useWords,
  WellStatusBadge,
} from '@wellpulse/ui';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Output } from '../../../shared/bridge/contract.ts';
import type { KnownWell } from '../../../shared/bridge/wells.ts';
import { NoSuchWell } from '../../components/NoSuchWell.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { useMain } from '../../lib/queries.ts';
import { useSession } from '../../lib/session.tsx';
import { useNameOf } from '../../lib/use-name-of.ts';
import { useToday } from '../../lib/use-today.ts';

const DAYS = 7;

export function WeekPage({ wellId }: { readonly wellId: string }) {
  const { data: well } = useMain('wells.get', { wellId });
  if (well === undefined) return <Skeleton className="h-96" />;
  return well === null ? <NoSuchWell /> : <Week well={well} />;
}

function Week({ well }: { readonly well: KnownWell }) {
  const words = useWords();
  const { fieldWords, productionTexts, listWords } = words;
  const today = useToday();
  const newest = well.pluggedOn !== null && well.pluggedOn < today ? well.pluggedOn : today;
  const [chosen, setChosen] = useState<string | null>(null);
  const last = chosen ?? newest;
  const first = addDays(last, 1 - DAYS);
  return (
    <div className="flex flex-col gap-5">
      <PageTitle
        title={productionTexts.sevenDaysOf(well.name)}
        back={{ href: `/wells/${well.id}`, label: fieldWords.backToWell }}
        below={`${words.formatDay(first)} – ${words.formatDay(last)}`}
      >
        {well.status !== 'ACTIVE' && <WellStatusBadge status={well.status} />}
        <span className="flex gap-5">
          <IconButton
            variant="secondary"
            size="field"
            label={listWords.dayBefore}
            onClick={() => {
              setChosen(addDays(last, -1));
            }}
          >
            <ChevronLeft aria-hidden />
          </IconButton>
          <IconButton
            variant="secondary"
            size="field"
            label={listWords.dayAfter}
            disabled={last >= newest}
            onClick={() => {
              setChosen(addDays(last, 1));
            }}
          >
            <ChevronRight aria-hidden />
          </IconButton>
        </span>
      </PageTitle>
      <Grid key={last} well={well} first={first} last={last} />
    </div>
  );
}

interface GridProps {
  readonly well: KnownWell;
  readonly first: string;
  readonly last: string;
}

function Grid({ well, first, last }: GridProps) {
  const { productionTexts, fieldWords } = useWords();
  const { desk, company } = useSession();
  const nameOf = useNameOf();
  const today = useToday();
  const [, go] = useLocation();
  // One day more, for the warnings of the first row.
  const { data: records } = useMain('records.production', {
    wellId: well.id,
    from: addDays(first, -1),
    to: last,
  });
  const { data: heldBefore } = useMain('wells.daysHeld', { wellId: well.id, until: first });
  const { days, before } = useMemo(() => rowsOf(records ?? [], first), [records, first]);
  const met = useObserved(
    desk,
    () =>
      days.find(({ day }) => desk.phase({ wellId: well.id, date: day })?.kind === 'CONFLICT')?.day ?? null,
    null,
  );
  if (records === undefined) return <Skeleton className="h-96" />;
  return (
    <>
      {heldBefore === 0 && <Notice tone="accent">{fieldWords.daysNotHere}</Notice>}
      <BulkProductionGrid
        size="field"
        desk={desk}
        wellId={well.id}
        days={days}
        before={before}
        today={today}
        thresholdPercent={company.varianceThresholdPercent}
        onCancel={() => {
          go(`/wells/${well.id}`);
        }}
        onSaved={(total) => {
          toast.success(`${productionTexts.daysSaved(well.name, total)}. ${fieldWords.saved}`);
        }}
      />
      {met !== null && (
        <EntryConflict
          desk={desk}
          timeZone={company.timeZone}
          nameOf={nameOf}
          wellName={well.name}
          place={{ wellId: well.id, date: met }}
        />
      )}
    </>
  );
}

function rowsOf(records: Output<'records.production'>, first: string) {
  const recordOf = (day: string) => records.find(({ productionDate }) => productionDate === day) ?? null;
  const days = Array.from({ length: DAYS }, (_, offset) => {
    const day = addDays(first, offset);
    return { day, record: recordOf(day) };
  });
  return { days, before: recordOf(addDays(first, -1)) };
}
