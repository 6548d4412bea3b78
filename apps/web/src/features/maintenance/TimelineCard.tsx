'use client';

import type { EquipmentItem } from '@wellpulse/contracts';
import { Button, Card, EmptyState, Skeleton } from '@wellpulse/ui';
import { ClipboardList, Wrench } from 'lucide-react';
import { counted } from '../../lib/words.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useMaintenance } from '../../queries/maintenance-queries.ts';
import { Timeline } from './Timeline.tsx';

/** What was done to an item, newest first. */
export function TimelineCard({ item, onLog }: { item: EquipmentItem; onLog: () => void }) {
  const { may } = useSession();
  const query = useMaintenance({ equipmentId: item.id });
  const total = query.data?.pages[0]?.total;
  return (
    <Card
      flush
      title="Maintenance"
      description={total === undefined ? 'Loading' : counted(total, 'log entry', 'log entries')}
    >
      <Timeline
        label="Maintenance"
        query={query}
        loading={<Skeleton className="m-4 h-64" />}
        empty={
          <EmptyState
            icon={<ClipboardList aria-hidden />}
            title="Nothing logged yet"
            description="Each repair, service and inspection appears here with its photos."
            action={
              may('ENTER') && (
                <Button icon={<Wrench aria-hidden />} onClick={onLog}>
                  Log the first
                </Button>
              )
            }
          />
        }
      />
    </Card>
  );
}
