'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { HistoryEntry } from '@wellpulse/contracts';
import { HistorySteps, Skeleton } from '@wellpulse/ui';
import { useMoment } from '../../components/view-host.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useDeviceNames } from '../../queries/device-queries.ts';

/** The life of a record, as it is loaded. */
export function RecordHistory({ query }: { query: UseQueryResult<HistoryEntry[]> }) {
  const moment = useMoment();
  const deviceNameOf = useDeviceNames();
  return (
    <Loaded query={query} loading={<Skeleton className="h-40" />}>
      {(entries) => <HistorySteps entries={entries} moment={moment} deviceNameOf={deviceNameOf} />}
    </Loaded>
  );
}
