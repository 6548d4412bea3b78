/** Wells: what the server says about them, and the requests that change them. */
import { endpoints, type EndpointRequest, type Well } from '@wellpulse/contracts';
import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../lib/api.ts';
import { pageThrough } from './page-through.ts';
import { keys } from './query-keys.ts';
import { usePages } from './use-pages.ts';

type ListQuery = EndpointRequest<typeof endpoints.wells.list>['query'];
/** What narrows and orders the list; the rest of its query is paging. */
export type WellFilters = Omit<ListQuery, 'cursor' | 'limit'>;

const PAGE_SIZE = '100';
const PALETTE_SIZE = '8';

export function useWells(filters: WellFilters) {
  return usePages(keys.wells.list(filters), PAGE_SIZE, (page, signal) =>
    request(endpoints.wells.list, { query: { ...filters, ...page }, signal }),
  );
}

/** All wells that match, for an export. */
export const loadAllWells = (filters: WellFilters) =>
  pageThrough((page) => request(endpoints.wells.list, { query: { ...filters, ...page } }));

/** A few wells that match a text, for the search over everything. */
export function useWellSearch(search: string, enabled: boolean) {
  const query = { search, limit: PALETTE_SIZE };
  return useQuery({
    queryKey: keys.wells.list(query),
    queryFn: ({ signal }) => request(endpoints.wells.list, { query, signal }),
    select: ({ items }) => items,
    placeholderData: keepPreviousData,
    enabled,
  });
}

export const wellQuery = (wellId: string) =>
  queryOptions({
    queryKey: keys.wells.detail(wellId),
    queryFn: ({ signal }) => request(endpoints.wells.get, { params: { wellId }, signal }),
  });

export const useWell = (wellId: string) => useQuery(wellQuery(wellId));

/** The names of the routes, for filters. */
export function useRoutes() {
  return useQuery({
    queryKey: keys.wells.routes,
    queryFn: ({ signal }) => request(endpoints.wells.routes, { signal }),
    select: ({ items }) => items,
  });
}

export type WellCreateBody = EndpointRequest<typeof endpoints.wells.create>['body'];
export type WellUpdateBody = EndpointRequest<typeof endpoints.wells.update>['body'];

export function useCreateWell() {
  const store = useStoreWell();
  return useMutation({
    mutationFn: (body: WellCreateBody) => request(endpoints.wells.create, { body }),
    onSuccess: store,
  });
}

export function useUpdateWell(wellId: string) {
  const store = useStoreWell();
  return useMutation({
    mutationFn: (body: WellUpdateBody) => request(endpoints.wells.update, { params: { wellId }, body }),
    onSuccess: store,
  });
}

export function useDeleteWell(wellId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => request(endpoints.wells.remove, { params: { wellId } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.wells.lists }),
  });
}

/** Shows what the server answered at once, and asks again for the lists that it stands in. */
function useStoreWell() {
  const queryClient = useQueryClient();
  return (well: Well) => {
    queryClient.setQueryData(keys.wells.detail(well.id), well);
    void queryClient.invalidateQueries({ queryKey: keys.wells.lists });
    void queryClient.invalidateQueries({ queryKey: keys.wells.routes });
    void queryClient.invalidateQueries({ queryKey: keys.daySheet.all });
  };
}

/** The ids of the wells that are assigned to the person. */
export function useMyWellIds() {
  return useQuery({
    queryKey: keys.wells.list({ mine: 'true', all: true }),
    queryFn: async () => (await loadAllWells({ mine: 'true' })).map(({ id }) => id),
    select: asSet,
  });
}

const asSet = (ids: readonly string[]): ReadonlySet<string> => new Set(ids);
