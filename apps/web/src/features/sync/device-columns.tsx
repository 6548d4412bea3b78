'use client';

import type { Device } from '@wellpulse/contracts';
import { deviceHealth } from '@wellpulse/domain';
import { type DataTableColumn } from '@wellpulse/ui';
import { NO_VALUE } from '@wellpulse/words';
import { useMemo } from 'react';
import { office, words } from '../../lib/language.ts';
import { Timestamp } from '../../components/Timestamp.tsx';
import { useIsNarrow } from '../../lib/use-is-narrow.ts';
import { issuesOf } from './device-words.ts';
import { DeviceName } from './DeviceName.tsx';
import { DeviceHealthBadge } from './DeviceHealthBadge.tsx';

const { columns } = office.devices;

export function useDeviceColumns(now: Date) {
  const isNarrow = useIsNarrow();
  return useMemo(
    (): DataTableColumn<Device>[] => [
      {
        id: 'name',
        header: columns.device,
        ...(isNarrow ? { width: 150 } : { minWidth: 180 }),
        cell: ({ name, platform }) => <DeviceName name={name} platform={platform} />,
      },
      {
        id: 'health',
        header: columns.status,
        width: 140,
        cell: (device) => <DeviceHealthBadge health={deviceHealth(device, now.getTime())} />,
      },
      {
        id: 'issues',
        header: columns.issues,
        minWidth: 235,
        cell: (device) => {
          const issues = issuesOf(device, now).map((issue) => issue.words);
          return issues.length === 0 ? (
            <span className="text-ink-subtle">{NO_VALUE}</span>
          ) : (
            <span className="num" title={issues.join(' · ')}>
              {issues.join(' · ')}
            </span>
          );
        },
      },
      {
        id: 'userName',
        header: columns.person,
        width: 130,
        cell: ({ userName }) => userName ?? words.requestWords.formerUser,
      },
      {
        id: 'lastSeenAt',
        header: columns.lastSeen,
        width: 240,
        cell: ({ lastSeenAt }) =>
          lastSeenAt === null ? (
            <span className="text-ink-subtle">{words.listWords.never}</span>
          ) : (
            <Timestamp at={lastSeenAt} />
          ),
      },
      {
        id: 'appVersion',
        header: columns.version,
        width: 90,
        cell: ({ appVersion }) => <span className="num">{appVersion ?? NO_VALUE}</span>,
      },
    ],
    [now, isNarrow],
  );
}
