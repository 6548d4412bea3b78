'use client';

import type { Device } from '@wellpulse/contracts';
import { type DataTableColumn } from '@wellpulse/ui';
import { NO_VALUE } from '@wellpulse/words';
import { useMemo } from 'react';
import { When } from '../../components/When.tsx';
import { useIsNarrow } from '../../lib/use-is-narrow.ts';
import { concernsOf, standingOf } from './device-health.ts';
import { DeviceName } from './DeviceName.tsx';
import { StandingBadge } from './StandingBadge.tsx';

export function useDeviceColumns(now: Date) {
  const isNarrow = useIsNarrow();
  return useMemo(
    (): DataTableColumn<Device>[] => [
      {
        id: 'name',
        header: 'Device',
        ...(isNarrow ? { width: 150 } : { minWidth: 180 }),
        cell: ({ name, platform }) => <DeviceName name={name} platform={platform} />,
      },
      {
        id: 'standing',
        header: 'Status',
        width: 140,
        cell: (device) => <StandingBadge standing={standingOf(device, now)} />,
      },
      {
        id: 'concerns',
        header: 'To look at',
        minWidth: 235,
        cell: (device) => {
          const words = concernsOf(device, now).map((concern) => concern.words);
          return words.length === 0 ? (
            <span className="text-ink-subtle">{NO_VALUE}</span>
          ) : (
            <span className="num" title={words.join(' · ')}>
              {words.join(' · ')}
            </span>
          );
        },
      },
      { id: 'userName', header: 'Person', width: 130, cell: ({ userName }) => userName ?? 'A former user' },
      {
        id: 'lastSeenAt',
        header: 'Last heard of',
        width: 240,
        cell: ({ lastSeenAt }) =>
          lastSeenAt === null ? <span className="text-ink-subtle">Never</span> : <When at={lastSeenAt} />,
      },
      {
        id: 'appVersion',
        header: 'Version',
        width: 90,
        cell: ({ appVersion }) => <span className="num">{appVersion ?? NO_VALUE}</span>,
      },
    ],
    [now, isNarrow],
  );
}
