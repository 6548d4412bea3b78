'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { ErrorState, useWords } from '@wellpulse/ui';
import type { ReactNode } from 'react';
import { problemOf } from '../lib/api.ts';
import { problemWords } from '../lib/problem-words.ts';

export interface LoadedProps<Data> {
  readonly query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch' | 'isFetching'>;
  /** Shown until the answer is there, in the size that it will have. */
  readonly loading: ReactNode;
  /** Stands in the place of a record that there isn't. */
  readonly missing?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** What a query brought, or that it is on its way, or why not. An answer that was there once stays. */
export function Loaded<Data>({ query, loading, missing, children }: LoadedProps<Data>) {
  const words = useWords();
  const { data, error, refetch, isFetching } = query;
  if (missing !== undefined && problemOf(error)?.status === 404) return missing;
  if (data !== undefined) return children(data);
  if (error === null) return loading;
  return (
    <ErrorState problem={problemWords(words, error)} retrying={isFetching} onRetry={() => void refetch()} />
  );
}
