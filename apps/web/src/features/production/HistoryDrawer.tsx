'use client';

import type { ProductionRecord, Well } from '@wellpulse/contracts';
import { Drawer, formatDayFull } from '@wellpulse/ui';
import { HistorySteps } from '../audit/HistorySteps.tsx';
import { useHistory } from './production-queries.ts';

export interface HistoryDrawerProps {
  readonly well: Well;
  readonly record: ProductionRecord;
  readonly onClose: () => void;
}

/** The life of one day's record. */
export function HistoryDrawer({ well, record, onClose }: HistoryDrawerProps) {
  const query = useHistory(well.id, record.id);
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title="History"
      description={`${well.name}, ${formatDayFull(record.productionDate)}`}
    >
      <HistorySteps query={query} />
    </Drawer>
  );
}
