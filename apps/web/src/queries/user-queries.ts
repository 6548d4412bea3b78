import { type EndpointRequest, endpoints } from '@wellpulse/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { request } from '../lib/api.ts';
import { pageThrough } from './page-through.ts';
import { keys } from './query-keys.ts';
import { usePages } from './use-pages.ts';
import { words } from '../lib/language.ts';

type ListQuery = EndpointRequest<typeof endpoints.users.list>['query'];
export type UserFilters = Omit<ListQuery, 'cursor' | 'limit'>;
export type UserCreateBody = EndpointRequest<typeof endpoints.users.create>['body'];
export type UserUpdateBody = EndpointRequest<typeof endpoints.users.update>['body'];

const PAGE_SIZE = '100';

export function useUsers(filters: UserFilters) {
  return usePages(keys.users.list(filters), PAGE_SIZE, (page, signal) =>
    request(endpoints.users.list, { query: { ...filters, ...page }, signal }),
  );
}

/** All that match, for an export. */
export const loadAllUsers = (filters: UserFilters) =>
  pageThrough((page) => request(endpoints.users.list, { query: { ...filters, ...page } }));

export function useCreateUser() {
  const refresh = useRefreshUsers();
  return useMutation({
    mutationFn: (body: UserCreateBody) => request(endpoints.users.create, { body }),
    onSuccess: refresh,
  });
}

export function useUpdateUser() {
  const refresh = useRefreshUsers();
  return useMutation({
    mutationFn: ({ userId, body }: { userId: string; body: UserUpdateBody }) =>
      request(endpoints.users.update, { params: { userId }, body }),
    // Also after a refusal: what is shown may be out of date.
    onSettled: refresh,
  });
}

export function useRemoveUser() {
  const refresh = useRefreshUsers();
  return useMutation({
    mutationFn: (userId: string) => request(endpoints.users.remove, { params: { userId } }),
    onSettled: refresh,
  });
}

function useRefreshUsers() {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(
      [keys.users.all, keys.colleagues, keys.session].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
  };
}

/** Everybody of the tenant, to name who entered something and to assign wells. */
export function useColleagues() {
  return useQuery({
    queryKey: keys.colleagues,
    queryFn: ({ signal }) => request(endpoints.users.colleagues, { signal }),
    select: ({ items }) => items,
    staleTime: 10 * 60_000,
  });
}

/** The name of a colleague by id; of one who is gone, "a former user". */
export function useColleagueNames(): (userId: string) => string {
  const { data, isSuccess } = useColleagues();
  return useMemo(() => {
    const names = new Map(data?.map(({ id, name }) => [id, name]));
    return (userId) => names.get(userId) ?? (isSuccess ? words.requestWords.formerUser : '…');
  }, [data, isSuccess]);
}
