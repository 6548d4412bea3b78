/** Maintenance: logs, what is due and what it cost; and the request that adds a log. */
import { endpoints, type EndpointRequest, type MaintenanceCreateInput } from '@wellpulse/contracts';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { request } from '../../lib/api.ts';
import { keys } from '../../lib/query-keys.ts';
import { refreshEquipment } from '../equipment/equipment-queries.ts';

type ListQuery = EndpointRequest<typeof endpoints.maintenance.list>['query'];
export type MaintenanceFilters = Omit<ListQuery, 'cursor' | 'limit'>;
type DueQuery = EndpointRequest<typeof endpoints.maintenance.due>['query'];
export type DueFilters = Omit<DueQuery, 'cursor' | 'limit'>;
export type CostFilters = EndpointRequest<typeof endpoints.maintenance.costs>['query'];

const PAGE_SIZE = '12';
const DUE_PAGE_SIZE = '100';

/** Logs of one item or of all, newest first. */
export function useMaintenance(filters: MaintenanceFilters) {
  return useInfiniteQuery({
    queryKey: keys.maintenance.list(filters),
    queryFn: ({ pageParam, signal }) =>
      request(endpoints.maintenance.list, {
        query: { ...filters, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** What is due, the most urgent first. */
export function useDue(filters: DueFilters) {
  return useInfiniteQuery({
    queryKey: keys.maintenance.due(filters),
    queryFn: ({ pageParam, signal }) =>
      request(endpoints.maintenance.due, {
        query: { ...filters, limit: DUE_PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** The most urgent few, with how many there are. */
export function useMostUrgent(filters: DueFilters, limit: string) {
  const query: DueQuery = { ...filters, limit };
  return useQuery({
    queryKey: keys.maintenance.due(query),
    queryFn: ({ signal }) => request(endpoints.maintenance.due, { query, signal }),
    placeholderData: keepPreviousData,
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
