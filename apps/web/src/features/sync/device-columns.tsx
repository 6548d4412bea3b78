'use client';

import type { Device } from '@wellpulse/contracts';
import { NO_VALUE, type DataTableColumn } from '@wellpulse/ui';
import { useMemo } from 'react';
import { When } from '../../components/When.tsx';
import { concernsOf, standingOf } from './device-health.ts';
import { PLATFORM_NAMES } from './device-words.ts';
import { StandingBadge } from './StandingBadge.tsx';

export function useDeviceColumns(now: Date) {
  return useMemo(
    (): DataTableColumn<Device>[] => [
      {
        id: 'name',
        header: 'Device',
        minWidth: 170,
        cell: ({ name }) => <span className="font-medium">{name}</span>,
      },
      {
        id: 'standing',
        header: 'Status',
        width: 150,
        cell: (device) => <StandingBadge standing={standingOf(device, now)} />,
      },
      {
        id: 'concerns',
        header: 'To look at',
        minWidth: 260,
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
      { id: 'userName', header: 'Person', width: 150, cell: ({ userName }) => userName ?? 'A former user' },
      {
        id: 'lastSeenAt',
        header: 'Last heard of',
        width: 250,
        cell: ({ lastSeenAt }) =>
          lastSeenAt === null ? <span className="text-ink-subtle">Never</span> : <When at={lastSeenAt} />,
      },
      { id: 'platform', header: 'Kind', width: 130, cell: ({ platform }) => PLATFORM_NAMES[platform] },
      {
        id: 'appVersion',
        header: 'App version',
        width: 110,
        cell: ({ appVersion }) => <span className="num">{appVersion ?? NO_VALUE}</span>,
      },
    ],
    [now],
  );
}
