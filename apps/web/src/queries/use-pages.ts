import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

export interface PageQuery {
  readonly limit: string;
  readonly cursor?: string;
}

/** A list that is loaded page by page; while its filters change, what was there stays. */
export function usePages<Answer extends { nextCursor: string | null }>(
  queryKey: QueryKey,
  limit: string,
  load: (page: PageQuery, signal: AbortSignal) => Promise<Answer>,
) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      load({ limit, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
