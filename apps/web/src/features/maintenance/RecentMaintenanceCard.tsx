'use client';

import { Card, EmptyState, Skeleton, useWords } from '@wellpulse/ui';
import { ClipboardList } from 'lucide-react';
import { useMaintenance } from '../../queries/maintenance-queries.ts';
import { Timeline } from './Timeline.tsx';

/** What was done last, at all wells or at one. */
export function RecentMaintenanceCard({ wellId }: { wellId: string | null }) {
  const { maintenanceTexts } = useWords();
  const query = useMaintenance(wellId === null ? {} : { wellId });
  return (
    <Card flush title={maintenanceTexts.recent} className="min-h-80">
      <Timeline
        withItem
        label={maintenanceTexts.recent}
        query={query}
        loading={<Skeleton className="m-4 h-64" />}
        empty={
          <EmptyState
            icon={<ClipboardList aria-hidden />}
            title={maintenanceTexts.nothingLogged}
            description={maintenanceTexts.openItem}
            className="my-auto"
          />
        }
      />
    </Card>
  );
}
