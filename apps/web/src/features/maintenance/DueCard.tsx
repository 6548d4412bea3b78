'use client';

import { DueCard as DueCardView, useWords } from '@wellpulse/ui';
import { ExportButton } from '../../components/ExportButton.tsx';
import { linkTo } from '../../components/view-host.tsx';
import { problemWords } from '../../lib/problem-words.ts';
import { loadAllDue, useDue, useMostUrgent } from '../../queries/maintenance-queries.ts';
import { useItems } from '../../queries/use-items.ts';
import type { useDueFilters } from './due-filters.ts';
import { DUE_EXPORT } from './maintenance-export.ts';

export function DueCard({ due }: { due: ReturnType<typeof useDueFilters> }) {
  const words = useWords();
  const { filters, setFilters, place, query } = due;
  const counts = useMostUrgent(place, '1').data;
  const list = useDue(query);
  const items = useItems(list.data);
  const hasNone = list.isPending || (list.error !== null && items.length === 0);
  return (
    <DueCardView
      counts={counts ?? null}
      shown={filters.due ?? 'ALL'}
      onShownChange={(chosen) => {
        setFilters({ due: chosen === 'ALL' ? null : chosen });
      }}
      list={{
        items: hasNone ? null : items,
        problem: list.error === null ? null : problemWords(words, list.error),
        loading: hasNone ? list.isFetching : list.isFetchingNextPage,
        onRetry: () => void list.refetch(),
        onMore: list.hasNextPage ? () => void list.fetchNextPage() : null,
      }}
      linkTo={linkTo}
      actions={
        <ExportButton size="sm" name="maintenance-due" columns={DUE_EXPORT} load={() => loadAllDue(query)} />
      }
    />
  );
}
