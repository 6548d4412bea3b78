'use client';

/** A table over a list that the server sends page by page. It also shows that the list is empty, loading or failed. */
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { Page } from '@wellpulse/contracts';
import { DataTable, ErrorState, type DataTableProps, useWords } from '@wellpulse/ui';
import type { ReactNode } from 'react';
import { problemWords } from '../lib/problem-words.ts';
import { useItems } from '../queries/use-items.ts';

type Counted<Item> = Page<Item> & { readonly total?: number };

export interface InfiniteTableProps<Item extends object> extends Pick<
  DataTableProps<Item>,
  | 'label'
  | 'columns'
  | 'itemId'
  | 'sort'
  | 'onSortChange'
  | 'onRowClick'
  | 'density'
  | 'maxHeight'
  | 'selectedId'
  | 'selectedNote'
> {
  readonly query: UseInfiniteQueryResult<InfiniteData<Counted<Item>>>;
  /** Said when nothing matches. */
  readonly empty: ReactNode;
}

export function InfiniteTable<Item extends object>({ query, empty, ...table }: InfiniteTableProps<Item>) {
  const words = useWords();
  const { data, error, isPending, isFetching, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } =
    query;
  const items = useItems(data);
  const total = data?.pages[0]?.total;
  const failed = error !== null && items.length === 0;
  return (
    <DataTable
      {...table}
      items={items}
      serverSorted
      loading={isPending}
      loadingMore={isFetchingNextPage}
      {...(total === undefined ? {} : { total })}
      onEndReached={() => {
        if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
      }}
      empty={
        failed ? (
          <ErrorState
            problem={problemWords(words, error)}
            retrying={isFetching}
            onRetry={() => void refetch()}
          />
        ) : (
          empty
        )
      }
    />
  );
}
