'use client';

import type { ProductionRecord, Well } from '@wellpulse/contracts';
import { Drawer } from '@wellpulse/ui';
import { GitCompareArrows } from 'lucide-react';
import { Link } from '../../../components/Link.tsx';
import { words } from '../../../lib/language.ts';
import { counted } from '../../../lib/words.ts';
import { HistorySteps } from '../../audit/HistorySteps.tsx';
import { useConflictCount } from '../../../queries/conflict-queries.ts';
import { useHistory } from '../../../queries/production-queries.ts';

export interface HistoryDrawerProps {
  readonly well: Well;
  readonly record: ProductionRecord;
  readonly onClose: () => void;
}

/** The life of one day's record. */
export function HistoryDrawer({ well, record, onClose }: HistoryDrawerProps) {
  const conflicts = useConflictCount({ recordId: record.id }) ?? 0;
  const query = useHistory(well.id, record.id);
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title="History"
      description={`${well.name}, ${words.formatDayFull(record.productionDate)}`}
    >
      {conflicts > 0 && (
        <Link
          href={`/conflicts?status=ALL&record=${record.id}`}
          onClick={onClose}
          className="mb-4 flex items-center gap-2 rounded-md bg-attention-soft px-3 py-2 text-sm text-attention hover:underline"
        >
          <GitCompareArrows aria-hidden className="size-4 shrink-0" />
          {counted(conflicts, 'conflict')} of this record
        </Link>
      )}
      <HistorySteps query={query} />
    </Drawer>
  );
}
