import { useInfiniteQuery } from '@tanstack/react-query';
import type { Input, MethodName, Output } from '../../shared/bridge/contract.ts';
import { call } from './bridge.ts';

/** The methods that give a list by pages. */
type Paged = {
  [Name in MethodName]: Output<Name> extends {
    readonly items: readonly unknown[];
    readonly next: string | null;
  }
    ? Name
    : never;
}[MethodName];

/** A list of any length, as far as somebody has read it. */
export interface Pages<Item> {
  /** Undefined until the first page is there. */
  readonly items: readonly Item[] | undefined;
  readonly hasMore: boolean;
  readonly readMore: () => void;
}

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}
type ItemOf<Name extends Paged> = Output<Name>['items'][number];

/** Reads a list of main page by page. */
export function usePages<Name extends Paged>(
  name: Name,
  input: Omit<Input<Name>, 'after'>,
): Pages<ItemOf<Name>> {
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [name, input, 'PAGES'],
    queryFn: async ({ pageParam }): Promise<PageOf<ItemOf<Name>>> =>
      // The rest of the input beside the place, which each of these methods takes.
      call(name, { ...input, after: pageParam } as Input<Name>),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  return {
    items: data?.pages.flatMap(({ items }) => items),
    hasMore: hasNextPage,
    readMore: () => void fetchNextPage(),
  };
}
