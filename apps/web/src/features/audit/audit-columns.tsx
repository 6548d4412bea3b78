'use client';

import { dayOfEvent } from '@wellpulse/words';
import type { AuditEvent } from '@wellpulse/contracts';
import { type DataTableColumn } from '@wellpulse/ui';
import { NO_VALUE } from '@wellpulse/words';
import { useMemo } from 'react';
import { office, words } from '../../lib/language.ts';
import { useSession } from '../../components/SessionProvider.tsx';

const { columns } = office.audit;

export function useAuditColumns() {
  const { timeZone } = useSession().tenant;
  return useMemo(
    (): DataTableColumn<AuditEvent>[] => [
      {
        id: 'sequence',
        header: columns.number,
        sortable: true,
        firstDirection: 'desc',
        align: 'right',
        width: 90,
        cell: ({ sequence }) => <span className="num text-ink-muted">{words.formatCount(sequence)}</span>,
      },
      {
        id: 'receivedAt',
        header: columns.time,
        width: 170,
        cell: ({ receivedAt }) => <span className="num">{words.formatInstant(receivedAt, timeZone)}</span>,
      },
      {
        id: 'userName',
        header: columns.who,
        minWidth: 150,
        cell: ({ userName, source }) => userName ?? words.sourceNames[source],
      },
      { id: 'source', header: columns.from, width: 120, cell: ({ source }) => words.sourceNames[source] },
      {
        id: 'eventType',
        header: columns.what,
        minWidth: 170,
        cell: ({ eventType }) => <span className="font-medium">{words.eventName(eventType)}</span>,
      },
      {
        id: 'wellName',
        header: columns.place,
        minWidth: 190,
        cell: ({ wellName, subject }) => words.eventPlace(wellName, subject) || NO_VALUE,
      },
      {
        id: 'payload',
        header: columns.values,
        minWidth: 260,
        cell: ({ eventType, payload }) => {
          const day = dayOfEvent(payload);
          return (
            <span className="num text-ink-muted">
              {[day === null ? '' : words.formatDay(day), words.eventSummary(eventType, payload)]
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
