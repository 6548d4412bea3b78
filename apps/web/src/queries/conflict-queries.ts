/** Conflicts: lists, counts and news, and choosing. */
import { endpoints, type ConflictNews, type EndpointRequest } from '@wellpulse/contracts';
import type { ConflictStore } from '@wellpulse/forms';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
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

/** What the rules settled since the person looked; undefined until it is known. */
export function useConflictNews(): ConflictNews | undefined {
  const { data } = useQuery({
    queryKey: keys.conflicts.news,
    queryFn: ({ signal }) => request(endpoints.conflicts.news, { signal }),
  });
  return data;
}

/** The server keeps how far a person has looked, for every browser of theirs (ADR 96). */
export function useLookedAtConflicts() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (sequence: number) => request(endpoints.conflicts.looked, { body: { sequence } }),
    onSuccess: (news) => {
      queryClient.setQueryData(keys.conflicts.news, news);
    },
  });
}

/** Settles conflicts at the server. What they are about is asked for anew, also after a refusal: somebody else may have been faster. */
export function useConflictStore(): ConflictStore {
  const refresh = useRefreshConflicts();
  return useMemo(() => {
    const send = async (asked: Promise<unknown>): Promise<void> => {
      try {
        await asked;
      } finally {
        void refresh();
      }
    };
    return {
      resolve: (conflictId, body) =>
        send(request(endpoints.conflicts.resolve, { params: { conflictId }, body })),
      undo: (conflictId) => send(request(endpoints.conflicts.undo, { params: { conflictId } })),
      reopen: (conflictId) => send(request(endpoints.conflicts.reopen, { params: { conflictId } })),
    };
  }, [refresh]);
}

/** The live stream says the same a moment later. */
function useRefreshConflicts() {
  const queryClient = useQueryClient();
  return useCallback(async () => {
    const touched = [
      keys.conflicts.all,
      keys.devices.all,
      keys.production.all,
      keys.daySheet.all,
      keys.equipment.all,
      keys.alerts.all,
    ];
    await Promise.all(touched.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  }, [queryClient]);
}
