/** Conflicts: lists and counts, choosing, and taking back. */
import { endpoints, type Conflict, type ConflictResolve, type EndpointRequest } from '@wellpulse/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../lib/api.ts';
import { pageThrough } from './page-through.ts';
import { keys } from './query-keys.ts';
import { usePages } from './use-pages.ts';

type ListQuery = EndpointRequest<typeof endpoints.conflicts.list>['query'];
export type ConflictFilters = Omit<ListQuery, 'cursor' | 'limit'>;

/** Each is a card of its own. */
const PAGE_SIZE = '20';

export function useConflicts(filters: ConflictFilters) {
  return usePages(keys.conflicts.list(filters), PAGE_SIZE, (page, signal) =>
    request(endpoints.conflicts.list, { query: { ...filters, ...page }, signal }),
  );
}

/** All that match, for an export. */
export const loadAllConflicts = (filters: ConflictFilters) =>
  pageThrough((page) => request(endpoints.conflicts.list, { query: { ...filters, ...page } }));

/** The first few, such as for the search over everything. */
export function useSomeConflicts(filters: ConflictFilters, limit: string, enabled: boolean) {
  const query: ListQuery = { ...filters, limit };
  return useQuery({
    queryKey: keys.conflicts.list(query),
    queryFn: ({ signal }) => request(endpoints.conflicts.list, { query, signal }),
    enabled,
  });
}

/** How many there are; undefined until it is known. */
export function useConflictCount(filters: ConflictFilters): number | undefined {
  const { data } = useQuery({
    queryKey: keys.conflicts.count(filters),
    queryFn: ({ signal }) => request(endpoints.conflicts.list, { query: { ...filters, limit: '1' }, signal }),
    select: ({ total }) => total,
    placeholderData: keepPreviousData,
  });
  return data;
}

export function useResolveConflict() {
  const refresh = useRefreshConflicts();
  return useMutation({
    mutationFn: ({ conflictId, body }: { conflictId: string; body: ConflictResolve }) =>
      request(endpoints.conflicts.resolve, { params: { conflictId }, body }),
    // Also after a refusal: somebody else may have been faster.
    onSettled: refresh,
  });
}

export function useUndoConflict() {
  const refresh = useRefreshConflicts();
  return useMutation({
    mutationFn: ({ id }: Conflict) => request(endpoints.conflicts.undo, { params: { conflictId: id } }),
    onSettled: refresh,
  });
}

/** The live stream says the same a moment later. */
function useRefreshConflicts() {
  const queryClient = useQueryClient();
  return async () => {
    const touched = [
      keys.conflicts.all,
      keys.devices.all,
      keys.production.all,
      keys.daySheet.all,
      keys.equipment.all,
      keys.alerts.all,
    ];
    await Promise.all(touched.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  };
}
