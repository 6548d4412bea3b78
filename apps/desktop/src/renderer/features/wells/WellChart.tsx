/** The well's production of 30 or 90 days, from what this laptop has. */
import { addDays } from '@wellpulse/domain';
import { seriesOf } from '@wellpulse/forms';
import { ProductionChartPanel, Skeleton, useWords } from '@wellpulse/ui';
import { useMemo } from 'react';
import { useMain } from '../../lib/queries.ts';
import { useToday } from '../../lib/use-today.ts';

const DAYS = 90;
const HEIGHT = 280;
const RANGES = ['30', '90'] as const;

export function WellChart({ well }: { readonly well: { readonly id: string; readonly name: string } }) {
  const { fieldWords, productionTexts } = useWords();
  const today = useToday();
  const { data } = useMain('records.production', {
    wellId: well.id,
    from: addDays(today, 1 - DAYS),
    to: today,
  });
  const series = useMemo(() => (data === undefined ? null : seriesOf(data)), [data]);
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
          ranges={RANGES}
        />
      )}
      <p className="text-sm text-ink-muted">{fieldWords.days90}</p>
    </section>
  );
}
