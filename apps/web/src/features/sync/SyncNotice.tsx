'use client';

import { RefreshCw } from 'lucide-react';
import { office } from '../../lib/language.ts';
import { Link } from '../../components/Link.tsx';
import { useNow } from '../../lib/use-now.ts';
import { useConflictCount } from '../../queries/conflict-queries.ts';
import { syncSummary } from './device-words.ts';
import { useDeviceSummary } from '../../queries/device-queries.ts';
import { useWaitingEntries } from '../../queries/waiting-queries.ts';
import { useSession } from '../../components/SessionProvider.tsx';

/** For Home: what of the sync needs somebody; nothing when there is nothing. */
export function SyncNotice() {
  const now = useNow();
  const { may } = useSession();
  const { data: devices = [] } = useDeviceSummary();
  const openConflicts = useConflictCount({ status: 'OPEN' }) ?? 0;
  const { data: entries = [] } = useWaitingEntries(may('ENTER'));
  const waiting = entries.filter(({ mayEnter }) => mayEnter).length;
  const summary = syncSummary(devices, openConflicts, now, waiting);
  if (summary === '') return null;
  const isOnlyConflicts = syncSummary(devices, 0, now, waiting) === '';
  return (
    <Link
      href={isOnlyConflicts ? '/conflicts' : '/sync'}
      className="inline-flex items-center gap-1 rounded-md bg-attention-soft px-1.5 py-0.5 text-xs font-medium text-attention hover:underline [&>svg]:size-3.5"
    >
      <RefreshCw aria-hidden className="shrink-0" />
      <span className="num">{office.home.sync(summary)}</span>
    </Link>
  );
}
