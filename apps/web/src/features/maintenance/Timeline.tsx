'use client';

import type { MaintenanceEntry, Page } from '@wellpulse/contracts';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { ErrorState, MaintenanceTimeline, useWords } from '@wellpulse/ui';
import type { ReactNode } from 'react';
import { linkTo, useMoment } from '../../components/view-host.tsx';
import { problemWords } from '../../lib/problem-words.ts';
import { useItems } from '../../queries/use-items.ts';
import { PhotoGrid } from '../photos/PhotoGrid.tsx';

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
  const moment = useMoment();
  if (isPending) return loading;
  if (error !== null && entries.length === 0) {
    return (
      <ErrorState problem={problemWords(words, error)} retrying={isFetching} onRetry={() => void refetch()} />
    );
  }
  if (entries.length === 0) return empty;
  return (
    <MaintenanceTimeline
      label={label}
      entries={entries}
      withItem={withItem}
      moment={moment}
      linkTo={linkTo}
      renderPhotos={(entry) => (
        <PhotoGrid
          photos={entry.photos}
          wellId={entry.wellId}
          label={maintenanceTexts.photosOfEntry}
          size="sm"
        />
      )}
      loadingOlder={isFetchingNextPage}
      onShowOlder={hasNextPage ? () => void fetchNextPage() : undefined}
    />
  );
}
