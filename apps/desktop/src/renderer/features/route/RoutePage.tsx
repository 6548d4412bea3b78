/** The day's route: wells in driving order, done ones ticked, the next one first. Any other well is found by typing. */
import { wayOfDay } from '@wellpulse/domain';
import { Button, cx, EmptyState, Skeleton, useWords, VolumeCell, WellStatusBadge } from '@wellpulse/ui';
import { UNITS } from '@wellpulse/words';
import { Check, ChevronRight, MapPinned } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { RouteStop } from '../../../shared/bridge/records.ts';
import { ClockNotice } from '../../components/ClockNotice.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { readNow, useMain } from '../../lib/queries.ts';
import { useToday } from '../../lib/use-today.ts';
import { UpdateNotice } from '../updates/UpdateNotice.tsx';
import { FoundWells } from './FoundWells.tsx';
import { ownStops } from './own-stops.ts';
import { Unsaved } from './Unsaved.tsx';

export function RoutePage() {
  const { fieldWords, formatDayHeading, formatProgress } = useWords();
  const [, go] = useLocation();
  const today = useToday();
  const { data: stops } = useMain('records.route', { day: today });
  const [isAll, setAll] = useState(false);
  const [text, setText] = useState('');
  if (stops === undefined) return <Skeleton className="h-96" />;
  const openOnlyWell = async () => {
    const [well, ...others] = await readNow('wells.search', { text: text.trim() });
    if (well !== undefined && others.length === 0) go(`/wells/${well.id}`);
  };
  const hasOwn = stops.some(({ isMine }) => isMine);
  const way = wayOfDay(isAll ? stops : ownStops(stops));
  return (
    <div className="flex flex-col gap-5">
      <PageTitle
        title={formatDayHeading(today)}
        below={way.expected === 0 ? undefined : formatProgress({ ...way, listed: way.stops.length })}
      >
        {hasOwn && (
          <Button
            size="field"
            onClick={() => {
              setAll(!isAll);
            }}
          >
            {isAll ? fieldWords.myWells : fieldWords.allWells}
          </Button>
        )}
      </PageTitle>
      <ClockNotice />
      <UpdateNotice />
      <Unsaved stops={stops} />
      <SearchBox
        label={fieldWords.findWell}
        hint={fieldWords.findWellHint}
        value={text}
        onValueChange={setText}
        onEnter={openOnlyWell}
      />
      {text.trim() !== '' ? (
        <FoundWells text={text.trim()} />
      ) : way.stops.length === 0 ? (
        <NoWells />
      ) : (
        <ol aria-label={fieldWords.route} className="flex flex-col gap-5">
          {way.stops.map((stop) => (
            <li key={stop.wellId}>
              <Stop stop={stop} day={today} isNext={stop === way.next} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** Before the first sync all is still to come; after it the office has none. */
function NoWells() {
  const { fieldWords } = useWords();
  const { data: banner } = useMain('sync.status', {});
  return (
    <EmptyState
      icon={<MapPinned />}
      title={fieldWords.noWells}
      description={
        (banner?.lastSyncAt ?? null) === null ? fieldWords.noWellsHint : fieldWords.noWellsInOffice
      }
    />
  );
}

interface StopProps {
  readonly stop: RouteStop;
  readonly day: string;
  readonly isNext: boolean;
}

function Stop({ stop, day, isNext }: StopProps) {
  const { fieldWords } = useWords();
  const { record, wellStatus } = stop;
  return (
    <Link
      href={stop.takesReading ? `/wells/${stop.wellId}/${day}` : `/wells/${stop.wellId}`}
      aria-label={fieldWords.openWell(stop.wellName)}
      className={cx(
        'flex min-h-15 items-center gap-4 rounded-xl border px-5 py-3 text-lg',
        isNext ? 'border-accent bg-accent-soft' : 'border-line bg-surface',
      )}
    >
      <span className="flex min-w-0 grow flex-col">
        {isNext && <span className="text-base font-semibold text-accent-text">{fieldWords.nextWell}</span>}
        <span className="font-semibold [overflow-wrap:anywhere]">{stop.wellName}</span>
        <span className="truncate text-base text-ink-muted">{stop.route}</span>
      </span>
      {wellStatus !== 'ACTIVE' && <WellStatusBadge status={wellStatus} />}
      {record === null ? (
        <ChevronRight aria-hidden className="size-7 shrink-0" />
      ) : (
        <>
          <VolumeCell value={record.oilVolume} unit={UNITS.OIL} />
          <Check aria-label={fieldWords.done} className="size-7 shrink-0 text-good" />
        </>
      )}
    </Link>
  );
}
