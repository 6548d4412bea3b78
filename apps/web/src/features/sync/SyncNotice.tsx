'use client';

import { RefreshCw } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { useNow } from '../../lib/use-now.ts';
import { useConflictCount } from '../../queries/conflict-queries.ts';
import { syncSummary } from './device-health.ts';
import { useDeviceSummary } from '../../queries/device-queries.ts';

/** For Home: what of the sync needs somebody; nothing when there is nothing. */
export function SyncNotice() {
  const now = useNow();
  const { data: devices = [] } = useDeviceSummary();
  const openConflicts = useConflictCount({ status: 'OPEN' }) ?? 0;
  const words = syncSummary(devices, openConflicts, now);
  if (words === '') return null;
  const isOnlyConflicts = syncSummary(devices, 0, now) === '';
  return (
    <Link
      href={isOnlyConflicts ? '/conflicts' : '/sync'}
      className="inline-flex items-center gap-1 rounded-md bg-attention-soft px-1.5 py-0.5 text-xs font-medium text-attention hover:underline [&>svg]:size-3.5"
    >
      <RefreshCw aria-hidden className="shrink-0" />
      <span className="num">Sync: {words}</span>
    </Link>
  );
}
