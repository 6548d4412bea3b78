'use client';

/** The filters of the audit, kept in the address. */
import { EVENT_TYPES, eventSourceSchema } from '@wellpulse/contracts';
import { endOfDay, startOfDay } from '@wellpulse/domain';
import { parseAsStringLiteral, useQueryStates } from 'nuqs';
import { parseAs, parseAsDay, parseAsUuid } from '../../lib/url-parsers.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import type { AuditFilters } from '../../queries/audit-queries.ts';

const parsers = {
  well: parseAsUuid,
  user: parseAsUuid,
  record: parseAsUuid,
  type: parseAsStringLiteral(EVENT_TYPES),
  source: parseAs(eventSourceSchema),
  from: parseAsDay,
  to: parseAsDay,
  order: parseAsStringLiteral(['asc', 'desc']).withDefault('desc'),
};

export function useAuditFilters() {
  const { timeZone } = useSession().tenant;
  const [filters, setFilters] = useQueryStates(parsers);
  const { well, user, record, type, source, from, to, order } = filters;
  const query: AuditFilters = {
    order,
    ...(well === null ? {} : { wellId: well }),
    ...(user === null ? {} : { userId: user }),
    ...(record === null ? {} : { recordId: record }),
    ...(type === null ? {} : { eventType: type }),
    ...(source === null ? {} : { source }),
    ...(from === null ? {} : { from: startOfDay(from, timeZone) }),
    ...(to === null ? {} : { to: endOfDay(to, timeZone) }),
  };
  return { filters, setFilters: (change: Partial<typeof filters>) => void setFilters(change), query };
}
