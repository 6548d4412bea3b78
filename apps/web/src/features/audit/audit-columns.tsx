'use client';

import type { AuditEvent } from '@wellpulse/contracts';
import { type DataTableColumn } from '@wellpulse/ui';
import { NO_VALUE } from '@wellpulse/words';
import { useMemo } from 'react';
import { words } from '../../lib/language.ts';
import { eventName } from '../../lib/words.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { dayOfEvent, eventSummary, whereOf } from './event-summary.ts';

export function useAuditColumns() {
  const { timeZone } = useSession().tenant;
  return useMemo(
    (): DataTableColumn<AuditEvent>[] => [
      {
        id: 'sequence',
        header: 'No.',
        sortable: true,
        firstDirection: 'desc',
        align: 'right',
        width: 90,
        cell: ({ sequence }) => <span className="num text-ink-muted">{words.formatCount(sequence)}</span>,
      },
      {
        id: 'receivedAt',
        header: 'Time',
        width: 170,
        cell: ({ receivedAt }) => <span className="num">{words.formatInstant(receivedAt, timeZone)}</span>,
      },
      {
        id: 'userName',
        header: 'Who',
        minWidth: 150,
        cell: ({ userName, source }) => userName ?? words.sourceNames[source],
      },
      { id: 'source', header: 'From', width: 120, cell: ({ source }) => words.sourceNames[source] },
      {
        id: 'eventType',
        header: 'What',
        minWidth: 170,
        cell: ({ eventType }) => <span className="font-medium">{eventName(eventType)}</span>,
      },
      {
        id: 'wellName',
        header: 'Well and item',
        minWidth: 190,
        cell: ({ wellName, subject }) => whereOf(wellName, subject) || NO_VALUE,
      },
      {
        id: 'payload',
        header: 'Values',
        minWidth: 260,
        cell: ({ eventType, payload }) => {
          const day = dayOfEvent(payload);
          return (
            <span className="num text-ink-muted">
              {[day === null ? '' : words.formatDay(day), eventSummary(eventType, payload)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          );
        },
      },
    ],
    [timeZone],
  );
}
