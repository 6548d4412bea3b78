/** The day's route: wells in driving order, done ones ticked, the next one first. Any other well is found by typing. */
import { Button, cx, EmptyState, Skeleton, useWords, VolumeCell, WellStatusBadge } from '@wellpulse/ui';
import { UNITS } from '@wellpulse/words';
import { Check, ChevronRight, MapPinned } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RouteStop } from '../../../shared/bridge/records.ts';
import { PageTitle } from '../../components/PageTitle.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { useMain } from '../../lib/queries.ts';
import { useToday } from '../../lib/use-today.ts';
import { FoundWells } from './FoundWells.tsx';
import { Unsaved } from './Unsaved.tsx';

export function RoutePage() {
  const { fieldWords, formatDayHeading } = useWords();
  const today = useToday();
  const { data: stops } = useMain('records.route', { day: today });
  const [isAll, setAll] = useState(false);
  const [text, setText] = useState('');
  if (stops === undefined) return <Skeleton className="h-96" />;
  const hasOwn = stops.some(({ isMine }) => isMine);
  const shown = stops.filter(({ isMine }) => isAll || !hasOwn || isMine);
  const expected = shown.filter(isExpected);
  const done = expected.filter(({ record }) => record !== null).length;
  const next = expected.find(({ record }) => record === null);
  return (
    <div className="flex flex-col gap-5">
      <PageTitle
        title={formatDayHeading(today)}
        below={
          done === expected.length && done > 0
            ? fieldWords.allDone
            : `${fieldWords.doneOf(done, expected.length)} · ${fieldWords.remaining(expected.length - done)}`
        }
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
      <Unsaved stops={stops} />
      <SearchBox
        label={fieldWords.findWell}
        hint={fieldWords.findWellHint}
        value={text}
        onValueChange={setText}
      />
      {text.trim() !== '' ? (
        <FoundWells text={text.trim()} />
      ) : shown.length === 0 ? (
        <EmptyState icon={<MapPinned />} title={fieldWords.noWells} description={fieldWords.noWellsHint} />
      ) : (
        <ol aria-label={fieldWords.route} className="flex flex-col gap-5">
          {nextFirst(shown, next).map((stop) => (
            <li key={stop.wellId}>
              <Stop stop={stop} day={today} isNext={stop === next} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** A well that is shut in or plugged takes a reading if somebody has one; nobody waits for it. */
const isExpected = ({ wellStatus, takesReading, record }: RouteStop): boolean =>
  record !== null || (takesReading && wellStatus === 'ACTIVE');

/** What is left to do stands in the order of the route; before it the next well, behind it what is done. */
function nextFirst(stops: readonly RouteStop[], next: RouteStop | undefined): readonly RouteStop[] {
  if (next === undefined) return stops;
  const rest = stops.filter((stop) => stop !== next);
  const isLeft = (stop: RouteStop): boolean => stop.record === null;
  return [next, ...rest.filter(isLeft), ...rest.filter((stop) => !isLeft(stop))];
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
        <span className="truncate font-semibold">{stop.wellName}</span>
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
