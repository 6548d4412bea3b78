import { endpoints, type EndpointRequest } from '@wellpulse/contracts';
import { request } from '../lib/api.ts';
import { pageThrough } from './page-through.ts';
import { keys } from './query-keys.ts';
import { usePages } from './use-pages.ts';

type ListQuery = EndpointRequest<typeof endpoints.audit.events>['query'];
export type AuditFilters = Omit<ListQuery, 'cursor' | 'limit'>;

const PAGE_SIZE = '100';

export function useAuditEvents(filters: AuditFilters) {
  return usePages(keys.audit.list(filters), PAGE_SIZE, (page, signal) =>
    request(endpoints.audit.events, { query: { ...filters, ...page }, signal }),
  );
}

/** All that match, for an export. */
export const loadAllAuditEvents = (filters: AuditFilters) =>
  pageThrough((page) => request(endpoints.audit.events, { query: { ...filters, ...page } }));
