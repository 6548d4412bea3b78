'use client';

import type { ProductionSummary } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { type ChartView, useWords } from '@wellpulse/ui';
import { NO_VALUE, UNITS, type Words } from '@wellpulse/words';
import { CardSkeleton } from '../../../components/CardSkeleton.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { Tile } from '../../../components/Tile.tsx';
import { useSession } from '../../../components/SessionProvider.tsx';
import { useSummary } from '../../../queries/production-queries.ts';

export interface SummaryTilesProps {
  readonly wellId: string;
  /** The range of the chart above. */
  readonly range: ChartView['range'];
}

export function SummaryTiles({ wellId, range }: SummaryTilesProps) {
  const words = useWords();
  const { productionTexts } = words;
  const { today } = useSession();
  const query = useSummary(
    wellId,
    range === 'ALL' ? { to: today } : { from: addDays(today, 1 - Number(range)), to: today },
  );
  const days = range === 'ALL' ? null : Number(range);
  const period = days === null ? productionTexts.sinceFirstEntry : productionTexts.lastDays(days);
  return (
    <section aria-label={productionTexts.summaryOf(period.toLowerCase())}>
      <Loaded query={query} loading={<CardSkeleton className="h-[5.5rem]" />}>
        {(summary) => (
          <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line shadow-card sm:grid-cols-3 xl:grid-cols-6">
            <Tile
              label={days === null ? productionTexts.oilOfAllTime : productionTexts.oilOfDays(days)}
              unit={UNITS.OIL}
              note={meanOf(words, summary)}
            >
              {words.formatTotal(summary.totals.oilVolume)}
            </Tile>
            <Tile
              label={productionTexts.oilCumulative}
              unit={UNITS.OIL}
              note={productionTexts.sinceFirstEntry}
            >
              {words.formatTotal(summary.cumulative.oilVolume)}
            </Tile>
            <Tile
              label={productionTexts.waterCut}
              unit="%"
              note={productionTexts.daysOn(summary.daysOn, summary.days)}
            >
              {words.formatVolume(summary.waterCutPercent)}
            </Tile>
            <Tile
              label={productionTexts.gasOilRatio}
              unit="scf/bbl"
              note={
                summary.totals.gasVolume === null
                  ? productionTexts.noGas
                  : productionTexts.gas(`${words.formatTotal(summary.totals.gasVolume)} ${UNITS.GAS}`)
              }
            >
              {words.formatTotal(summary.gasOilRatio)}
            </Tile>
            <DayTile label={productionTexts.bestDay} day={summary.bestDay} />
            <DayTile label={productionTexts.worstDay} day={summary.worstDay} />
          </dl>
        )}
      </Loaded>
    </section>
  );
}

function meanOf({ formatVolume, productionTexts }: Words, { averages, estimatedDays }: ProductionSummary) {
  if (averages.oilVolume === null) return productionTexts.noOil;
  const mean = productionTexts.aDay(`${formatVolume(averages.oilVolume)} ${UNITS.OIL}`);
  return estimatedDays === 0 ? mean : `${mean} · ${productionTexts.daysEstimated(estimatedDays)}`;
}

function DayTile({ label, day }: { label: string; day: ProductionSummary['bestDay'] }) {
  const words = useWords();
  const { productionTexts } = words;
  return (
    <Tile
      label={label}
      {...(day === null ? {} : { unit: productionTexts.ofOil(UNITS.OIL) })}
      note={day === null ? productionTexts.noOil : words.formatDayWithYear(day.productionDate)}
    >
      {day === null ? NO_VALUE : words.formatVolume(day.oilVolume)}
    </Tile>
  );
}
