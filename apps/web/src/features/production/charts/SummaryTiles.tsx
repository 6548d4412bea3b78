'use client';

import type { ProductionSummary } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { type ChartView } from '@wellpulse/ui';
import { NO_VALUE, UNITS } from '@wellpulse/words';
import { CardSkeleton } from '../../../components/CardSkeleton.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { Tile } from '../../../components/Tile.tsx';
import { words } from '../../../lib/language.ts';
import { useSession } from '../../../components/SessionProvider.tsx';
import { useSummary } from '../../../queries/production-queries.ts';

export interface SummaryTilesProps {
  readonly wellId: string;
  /** The range of the chart above. */
  readonly range: ChartView['range'];
}

export function SummaryTiles({ wellId, range }: SummaryTilesProps) {
  const { today } = useSession();
  const query = useSummary(
    wellId,
    range === 'ALL' ? { to: today } : { from: addDays(today, 1 - Number(range)), to: today },
  );
  const period = range === 'ALL' ? 'Since the first entry' : `The last ${range} days`;
  return (
    <section aria-label={`Summary: ${period.toLowerCase()}`}>
      <Loaded query={query} loading={<CardSkeleton className="h-[5.5rem]" />}>
        {(summary) => (
          <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line shadow-card sm:grid-cols-3 xl:grid-cols-6">
            <Tile
              label={`Oil, ${range === 'ALL' ? 'all time' : `${range} days`}`}
              unit={UNITS.OIL}
              note={meanOf(summary)}
            >
              {words.formatTotal(summary.totals.oilVolume)}
            </Tile>
            <Tile label="Oil, cumulative" unit={UNITS.OIL} note="Since the first entry">
              {words.formatTotal(summary.cumulative.oilVolume)}
            </Tile>
            <Tile
              label="Water cut"
              unit="%"
              note={`${words.formatCount(summary.daysOn)} of ${words.formatCount(summary.days)} days on`}
            >
              {words.formatVolume(summary.waterCutPercent)}
            </Tile>
            <Tile
              label="Gas-oil ratio"
              unit="scf/bbl"
              note={
                summary.totals.gasVolume === null
                  ? 'No gas measured'
                  : `Gas ${words.formatTotal(summary.totals.gasVolume)} ${UNITS.GAS}`
              }
            >
              {words.formatTotal(summary.gasOilRatio)}
            </Tile>
            <DayTile label="Best day" day={summary.bestDay} />
            <DayTile label="Worst day producing" day={summary.worstDay} />
          </dl>
        )}
      </Loaded>
    </section>
  );
}

const meanOf = ({ averages }: ProductionSummary) =>
  averages.oilVolume === null
    ? 'No oil measured'
    : `${words.formatVolume(averages.oilVolume)} ${UNITS.OIL} a day`;

function DayTile({ label, day }: { label: string; day: ProductionSummary['bestDay'] }) {
  return (
    <Tile
      label={label}
      {...(day === null ? {} : { unit: `${UNITS.OIL} oil` })}
      note={day === null ? 'No oil measured' : words.formatDayWithYear(day.productionDate)}
    >
      {day === null ? NO_VALUE : words.formatVolume(day.oilVolume)}
    </Tile>
  );
}
