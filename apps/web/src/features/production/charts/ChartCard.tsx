'use client';

import type { Well } from '@wellpulse/contracts';
import { Card, type ChartView, ProductionChartPanel, Skeleton, useWords } from '@wellpulse/ui';
import { Loaded } from '../../../components/Loaded.tsx';
import { useAlertMarks } from '../../../queries/alert-queries.ts';
import { useSession } from '../../../components/SessionProvider.tsx';
import { useSeries } from '../../../queries/production-queries.ts';

export interface ChartCardProps {
  readonly well: Well;
  readonly view: ChartView;
  readonly onViewChange: (view: ChartView) => void;
}

const HEIGHT = 360;
const EVERYTHING = {};

/** The whole history is loaded at once, as columns: ten years are a hundred kilobytes, and every range is instant. */
export function ChartCard({ well, view, onViewChange }: ChartCardProps) {
  const { productionTexts } = useWords();
  const { today } = useSession();
  const series = useSeries(well.id, EVERYTHING);
  const alerts = useAlertMarks(well.id);
  return (
    <Card aria-label={productionTexts.productionChart}>
      <Loaded query={series} loading={<Loading />}>
        {(data) => (
          <ProductionChartPanel
            series={data}
            title={well.name}
            until={today}
            view={view}
            onViewChange={onViewChange}
            height={HEIGHT}
            {...(alerts.data === undefined ? {} : { marks: alerts.data })}
          />
        )}
      </Loaded>
    </Card>
  );
}

const Loading = () => (
  <div className="flex h-[27.5rem] flex-col gap-3">
    <Skeleton className="h-8 w-72 max-w-full" />
    <Skeleton className="h-3.5 w-40" />
    <Skeleton className="h-px" />
  </div>
);
