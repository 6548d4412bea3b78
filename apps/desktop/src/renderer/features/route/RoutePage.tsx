/** The day's route: wells in driving order, done ones ticked, the next one first. */
import { Button, cx, EmptyState, Skeleton, useWords, VolumeCell } from '@wellpulse/ui';
import { Check, ChevronRight, MapPinned } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RouteStop } from '../../../shared/bridge/records.ts';
import { useMain } from '../../lib/queries.ts';
import { useToday } from '../../lib/use-today.ts';

export function RoutePage() {
  const { fieldWords, formatDayHeading } = useWords();
  const today = useToday();
  const { data: stops } = useMain('records.route', { day: today });
  const [isAll, setAll] = useState(false);
  if (stops === undefined) return <Skeleton className="h-96" />;
  const hasOwn = stops.some(({ isMine }) => isMine);
  const shown = stops.filter(
    ({ isMine, wellStatus }) => wellStatus !== 'PLUGGED' && (isAll || !hasOwn || isMine),
  );
  const done = shown.filter(({ record }) => record !== null).length;
  const next = shown.find(({ record }) => record === null);
  return (
    <div className="flex flex-col gap-5">
      <header className="flex flex-wrap items-end gap-5">
        <div className="grow">
          <h1 className="text-2xl font-bold">{formatDayHeading(today)}</h1>
          <p className="text-lg text-ink-muted">
            {done === shown.length && done > 0 ? fieldWords.allDone : fieldWords.doneOf(done, shown.length)}
          </p>
        </div>
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
      </header>
      {shown.length === 0 ? (
        <EmptyState icon={<MapPinned />} title={fieldWords.noWells} description={fieldWords.noWellsHint} />
      ) : (
        <ol className="flex flex-col gap-5">
          {shown.map((stop) => (
            <li key={stop.wellId}>
              <Stop stop={stop} day={today} isNext={stop === next} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Stop({
  stop,
  day,
  isNext,
}: {
  readonly stop: RouteStop;
  readonly day: string;
  readonly isNext: boolean;
}) {
  const { fieldWords } = useWords();
  const { record } = stop;
  return (
    <Link
      href={`/wells/${stop.wellId}/${day}`}
      aria-label={fieldWords.openWell(stop.wellName)}
      className={cx(
        'flex min-h-15 items-center gap-4 rounded-xl border px-5 py-3 text-lg',
        isNext ? 'border-accent bg-accent-soft' : 'border-line bg-surface',
      )}
    >
      <span className="flex min-w-0 grow flex-col">
        <span className="truncate font-semibold">{stop.wellName}</span>
        <span className="text-base text-ink-muted">{stop.route}</span>
      </span>
      {record === null ? (
        <ChevronRight aria-hidden className="size-7 shrink-0" />
      ) : (
        <>
          <VolumeCell value={record.oilVolume} />
          <Check aria-label={fieldWords.done} className="size-7 shrink-0 text-good" />
        </>
      )}
    </Link>
  );
}
