import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { OfflineClient } from '@wellpulse/offline';
import { usePhone } from './phone-context.tsx';

/** A part of a list, and where the next one begins. */
export interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** A list of any length, as far as somebody has read it. */
export interface Pages<Item> {
  /** Undefined until the first page is there. */
  readonly items: readonly Item[] | undefined;
  readonly hasMore: boolean;
  readonly readMore: () => void;
}

/**
 * A list of the phone's data page by page. `key` names what is asked.
 *
 * @example
 * const { items, hasMore, readMore } = usePages(['pending'], (client, after) => client.pendingList().page({ after }));
 */
export function usePages<Item>(
  key: readonly [string, ...unknown[]],
  read: (client: OfflineClient, after: string | null) => Promise<PageOf<Item>>,
): Pages<Item> {
  const { client } = usePhone();
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...key, 'PAGES'],
    queryFn: ({ pageParam }) => read(client, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    // A list does not go blank while somebody types what to look for.
    placeholderData: keepPreviousData,
  });
  return {
    items: data?.pages.flatMap(({ items }) => items),
    hasMore: hasNextPage,
    readMore: () => void fetchNextPage(),
  };
}
