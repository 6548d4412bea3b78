import type { InfiniteData } from '@tanstack/react-query';
import type { Page } from '@wellpulse/contracts';
import { useMemo } from 'react';

const NOTHING: readonly never[] = [];

/** The items of all pages that are there, as one list that stays the same between renders. */
export function useItems<Item>(data: InfiniteData<Page<Item>> | undefined): readonly Item[] {
  return useMemo(() => data?.pages.flatMap((page) => page.items) ?? NOTHING, [data]);
}
