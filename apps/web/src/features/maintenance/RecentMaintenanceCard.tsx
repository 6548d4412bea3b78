'use client';

import { Card, EmptyState, Skeleton } from '@wellpulse/ui';
import { ClipboardList } from 'lucide-react';
import { useMaintenance } from '../../queries/maintenance-queries.ts';
import { Timeline } from './Timeline.tsx';

/** What was done last, at all wells or at one. */
export function RecentMaintenanceCard({ wellId }: { wellId: string | null }) {
  const query = useMaintenance(wellId === null ? {} : { wellId });
  return (
    <Card flush title="Recent maintenance" className="min-h-80">
      <Timeline
        withItem
        label="Recent maintenance"
        query={query}
        loading={<Skeleton className="m-4 h-64" />}
        empty={
          <EmptyState
            icon={<ClipboardList aria-hidden />}
            title="Nothing logged yet"
            description="Open an item of equipment to log what was done to it."
            className="my-auto"
          />
        }
      />
    </Card>
  );
}
