import { endpoints, type EndpointRequest } from '@wellpulse/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../../lib/api.ts';
import { keys } from '../../lib/query-keys.ts';

type ListQuery = EndpointRequest<typeof endpoints.audit.events>['query'];
export type AuditFilters = Omit<ListQuery, 'cursor' | 'limit'>;

const PAGE_SIZE = '100';

export function useAuditEvents(filters: AuditFilters) {
  return useInfiniteQuery({
    queryKey: keys.audit.list(filters),
    queryFn: ({ pageParam, signal }) =>
      request(endpoints.audit.events, {
        query: { ...filters, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
