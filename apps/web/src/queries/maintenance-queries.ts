/** Maintenance: logs, what is due and what it cost; and the request that adds a log. */
import { endpoints, type EndpointRequest, type MaintenanceCreateInput } from '@wellpulse/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../lib/api.ts';
import { pageThrough } from './page-through.ts';
import { keys } from './query-keys.ts';
import { usePages } from './use-pages.ts';
import { refreshEquipment } from './equipment-queries.ts';

type ListQuery = EndpointRequest<typeof endpoints.maintenance.list>['query'];
export type MaintenanceFilters = Omit<ListQuery, 'cursor' | 'limit'>;
type DueQuery = EndpointRequest<typeof endpoints.maintenance.due>['query'];
export type DueFilters = Omit<DueQuery, 'cursor' | 'limit'>;
export type CostFilters = EndpointRequest<typeof endpoints.maintenance.costs>['query'];

const PAGE_SIZE = '12';
const DUE_PAGE_SIZE = '100';

/** Logs of one item or of all, newest first. */
export function useMaintenance(filters: MaintenanceFilters) {
  return usePages(keys.maintenance.list(filters), PAGE_SIZE, (page, signal) =>
    request(endpoints.maintenance.list, { query: { ...filters, ...page }, signal }),
  );
}

/** What is due, the most urgent first. */
export function useDue(filters: DueFilters) {
  return usePages(keys.maintenance.due(filters), DUE_PAGE_SIZE, (page, signal) =>
    request(endpoints.maintenance.due, { query: { ...filters, ...page }, signal }),
  );
}

/** All that is due, for an export. */
export const loadAllDue = (filters: DueFilters) =>
  pageThrough((page) => request(endpoints.maintenance.due, { query: { ...filters, ...page } }));

/** The most urgent few, with how many there are. */
/** `filters`: null as long as nobody knows which are asked for. */
export function useMostUrgent(filters: DueFilters | null, limit: string) {
  const query: DueQuery = { ...filters, limit };
  return useQuery({
    queryKey: keys.maintenance.due(query),
    queryFn: ({ signal }) => request(endpoints.maintenance.due, { query, signal }),
    placeholderData: keepPreviousData,
    enabled: filters !== null,
  });
}

export function useCosts(filters: CostFilters) {
  return useQuery({
    queryKey: keys.maintenance.costs(filters),
    queryFn: ({ signal }) => request(endpoints.maintenance.costs, { query: filters, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useLogMaintenance(equipmentId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: MaintenanceCreateInput) =>
      request(endpoints.maintenance.log, { params: { equipmentId }, body }),
    onSuccess: () => {
      refreshEquipment(queryClient);
    },
  });
}
