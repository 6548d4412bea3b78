/** The well's production: 30 or 90 days from what this laptop has, and a year where the office answers. */
import { addDays } from '@wellpulse/domain';
import { seriesOf } from '@wellpulse/forms';
import { DEFAULT_CHART_VIEW, ProductionChartPanel, Skeleton, useWords, type ChartView } from '@wellpulse/ui';
import { useMemo, useState } from 'react';
import { MOST_DAYS } from '../../../shared/bridge/wells.ts';
import { useMain } from '../../lib/queries.ts';
import { useToday } from '../../lib/use-today.ts';
import { withOwnDays } from './series.ts';

const DAYS_OF_YEAR = 365;
const HEIGHT = 280;
const ALONE = ['30', '90'] as const;
const WITH_OFFICE = ['30', '90', '365'] as const;

export function WellChart({ well }: { readonly well: { readonly id: string; readonly name: string } }) {
  const { fieldWords, productionTexts } = useWords();
  const today = useToday();
  const [chosen, setChosen] = useState<ChartView>(DEFAULT_CHART_VIEW);
  const { data: readings } = useMain('records.production', {
    wellId: well.id,
    from: addDays(today, 1 - MOST_DAYS),
    to: today,
  });
  const { data: held } = useMain('wells.daysHeld', { wellId: well.id, until: today });
  const { data: banner } = useMain('sync.status', {});
  const isOnline = banner?.isOnline === true;
  const isYear = isOnline && chosen.range === '365';
  const { data: served } = useMain(
    'wells.series',
    isYear ? { wellId: well.id, from: addDays(today, 1 - DAYS_OF_YEAR), to: today } : null,
  );
  const series = useMemo(() => {
    if (readings === undefined || (isYear && served === undefined)) return null;
    const own = seriesOf(readings);
    return isYear && served !== undefined && served !== null ? withOwnDays(served, own) : own;
  }, [readings, served, isYear]);
  const view: ChartView = chosen.range === '365' && !isOnline ? { ...chosen, range: '90' } : chosen;
  return (
    <section
      aria-label={productionTexts.productionChart}
      className="flex flex-col gap-5 rounded-xl border border-line bg-surface p-5"
    >
      {series === null ? (
        <Skeleton className="h-72" />
      ) : (
        <ProductionChartPanel
          series={series}
          title={well.name}
          until={today}
          height={HEIGHT}
          ranges={isOnline ? WITH_OFFICE : ALONE}
          view={view}
          onViewChange={setChosen}
        />
      )}
      {held !== undefined && (
        <p className="text-sm text-ink-muted">
          {fieldWords.lastDaysHere(held)} {isOnline ? fieldWords.yearOnline : fieldWords.yearOffline}
        </p>
      )}
    </section>
  );
}
