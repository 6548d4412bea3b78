'use client';

import type { EquipmentItem } from '@wellpulse/contracts';
import { Button, Card, EmptyState, Skeleton, useWords } from '@wellpulse/ui';
import { ClipboardList, Wrench } from 'lucide-react';
import { useSession } from '../../components/SessionProvider.tsx';
import { useMaintenance } from '../../queries/maintenance-queries.ts';
import { Timeline } from './Timeline.tsx';

/** What was done to an item, newest first. */
export function TimelineCard({ item, onLog }: { item: EquipmentItem; onLog: () => void }) {
  const { controlTexts, maintenanceTexts } = useWords();
  const { may } = useSession();
  const query = useMaintenance({ equipmentId: item.id });
  const total = query.data?.pages[0]?.total;
  return (
    <Card
      flush
      title={maintenanceTexts.maintenance}
      description={total === undefined ? controlTexts.loading : maintenanceTexts.logEntries(total)}
    >
      <Timeline
        label={maintenanceTexts.maintenance}
        query={query}
        loading={<Skeleton className="m-4 h-64" />}
        empty={
          <EmptyState
            icon={<ClipboardList aria-hidden />}
            title={maintenanceTexts.nothingLogged}
            description={maintenanceTexts.logAppears}
            action={
              may('ENTER') && (
                <Button icon={<Wrench aria-hidden />} onClick={onLog}>
                  {maintenanceTexts.logFirst}
                </Button>
              )
            }
          />
        }
      />
    </Card>
  );
}
