/** Variance alerts: lists, and acknowledging. */
import { endpoints, type EndpointRequest } from '@wellpulse/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../lib/api.ts';
import { pageThrough } from './page-through.ts';
import { keys } from './query-keys.ts';
import { usePages } from './use-pages.ts';

type ListQuery = EndpointRequest<typeof endpoints.alerts.list>['query'];
export type AlertFilters = Omit<ListQuery, 'cursor' | 'limit'>;

const PAGE_SIZE = '100';

export function useAlerts(filters: AlertFilters) {
  return usePages(keys.alerts.list(filters), PAGE_SIZE, (page, signal) =>
    request(endpoints.alerts.list, { query: { ...filters, ...page }, signal }),
  );
}

/** All that match, for an export. */
export const loadAllAlerts = (filters: AlertFilters) =>
  pageThrough((page) => request(endpoints.alerts.list, { query: { ...filters, ...page } }));

/** The alerts of a well that still stand, all of them: some wells have had thousands of remarkable days. */
export function useAlertMarks(wellId: string) {
  return useQuery({
    queryKey: keys.alerts.marks(wellId),
    queryFn: async () => {
      const standing = await Promise.all([
        loadAllAlerts({ wellId, status: 'OPEN' }),
        loadAllAlerts({ wellId, status: 'ACKNOWLEDGED' }),
      ]);
      return standing.flat();
    },
  });
}

/** The first few, such as for Home. `filters`: null as long as nobody knows which are asked for. */
export function useSomeAlerts(filters: AlertFilters | null, limit: number) {
  const query: ListQuery = { ...filters, limit: String(limit) };
  return useQuery({
    queryKey: keys.alerts.list(query),
    queryFn: ({ signal }) => request(endpoints.alerts.list, { query, signal }),
    placeholderData: keepPreviousData,
    enabled: filters !== null,
  });
}

/** How many alerts are open; 0 until it is known. */
export function useOpenAlertCount(): number {
  const { data } = useQuery({
    queryKey: keys.alerts.openCount,
    queryFn: ({ signal }) =>
      request(endpoints.alerts.list, { query: { status: 'OPEN', limit: '1' }, signal }),
    select: ({ total }) => total,
  });
  return data ?? 0;
}

export function useAcknowledge() {
  const refresh = useRefreshAlerts();
  return useMutation({
    mutationFn: ({ alertIds, comment }: { alertIds: readonly string[]; comment: string | null }) =>
      Promise.all(
        alertIds.map((alertId) =>
          request(endpoints.alerts.acknowledge, { params: { alertId }, body: { comment } }),
        ),
      ),
    // Also after a refusal: the alert may have cleared or been acknowledged by somebody else.
    onSettled: refresh,
  });
}

export function useAcknowledgeMany() {
  const refresh = useRefreshAlerts();
  return useMutation({
    mutationFn: (body: EndpointRequest<typeof endpoints.alerts.acknowledgeMany>['body']) =>
      request(endpoints.alerts.acknowledgeMany, { body }),
    onSettled: refresh,
  });
}

function useRefreshAlerts() {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: keys.alerts.all }),
      queryClient.invalidateQueries({ queryKey: keys.dashboard.all }),
      queryClient.invalidateQueries({ queryKey: keys.wells.lists }),
    ]);
  };
}
