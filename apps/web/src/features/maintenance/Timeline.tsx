'use client';

import type { MaintenanceEntry, Page } from '@wellpulse/contracts';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button, ErrorState, useWords } from '@wellpulse/ui';
import type { ReactNode } from 'react';
import { problemWords } from '../../lib/problem-words.ts';
import { useItems } from '../../queries/use-items.ts';
import { TimelineEntry } from './TimelineEntry.tsx';

export interface TimelineProps {
  readonly label: string;
  readonly query: UseInfiniteQueryResult<InfiniteData<Page<MaintenanceEntry>>>;
  readonly loading: ReactNode;
  /** Said where there is nothing. */
  readonly empty: ReactNode;
  /** Each entry says which item it is of. */
  readonly withItem?: boolean;
}

/** Log entries, newest first; older ones are asked for. */
export function Timeline({ label, query, loading, empty, withItem = false }: TimelineProps) {
  const words = useWords();
  const { maintenanceTexts } = words;
  const { data, error, isPending, isFetching, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    query;
  const entries = useItems(data);
  if (isPending) return loading;
  if (error !== null && entries.length === 0) {
    return (
      <ErrorState problem={problemWords(words, error)} retrying={isFetching} onRetry={() => void refetch()} />
    );
  }
  if (entries.length === 0) return empty;
  return (
    <>
      <ol aria-label={label} className="flex flex-col px-4 py-4">
        {entries.map((entry) => (
          <TimelineEntry key={entry.id} entry={entry} withItem={withItem} />
        ))}
      </ol>
      {hasNextPage && (
        <div className="flex justify-center pb-4">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {maintenanceTexts.showOlder}
          </Button>
        </div>
      )}
    </>
  );
}
