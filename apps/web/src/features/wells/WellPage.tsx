'use client';

/** All about one well: its course, its figures, each of its days, and what was remarkable. */
import type { Well } from '@wellpulse/contracts';
import { useWords } from '@wellpulse/ui';
import { Loaded } from '../../components/Loaded.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { RecordsCard } from '../production/records/RecordsCard.tsx';
import { useChartView } from '../production/charts/chart-view-url.ts';
import { ChartCard } from '../production/charts/ChartCard.tsx';
import { SummaryTiles } from '../production/charts/SummaryTiles.tsx';
import { WellEquipmentCard } from '../equipment/WellEquipmentCard.tsx';
import { WellAlertsCard } from '../alerts/WellAlertsCard.tsx';
import { NoSuchWell } from '../../components/missing/NoSuchWell.tsx';
import { WellHeader } from './WellHeader.tsx';
import { useWell } from '../../queries/well-queries.ts';

export function WellPage({ wellId }: { wellId: string }) {
  const { wellTexts } = useWords();
  const query = useWell(wellId);
  return (
    <Loaded
      query={query}
      loading={<PageSkeleton label={wellTexts.loadingWell} cards={['h-[30.5rem]', 'h-[5.5rem]', 'h-96']} />}
      missing={<NoSuchWell />}
    >
      {(well) => <WellDetails well={well} />}
    </Loaded>
  );
}

function WellDetails({ well }: { well: Well }) {
  const [view, setView] = useChartView();
  return (
    <div className="flex flex-col gap-4">
      <WellHeader well={well} />
      <ChartCard well={well} view={view} onViewChange={setView} />
      <SummaryTiles wellId={well.id} range={view.range} />
      <div className="grid items-start gap-4 2xl:grid-cols-[minmax(0,1fr)_24rem]">
        <RecordsCard well={well} />
        <div className="flex min-w-0 flex-col gap-4">
          <WellEquipmentCard well={well} />
          <WellAlertsCard well={well} />
        </div>
      </div>
    </div>
  );
}
