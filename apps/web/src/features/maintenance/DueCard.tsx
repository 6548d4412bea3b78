'use client';

import type { DueStatus } from '@wellpulse/contracts';
import { Button, Card, EmptyState, ErrorState, SegmentedControl, Skeleton } from '@wellpulse/ui';
import { CalendarCheck } from 'lucide-react';
import { words } from '../../lib/language.ts';
import { ExportButton } from '../../components/ExportButton.tsx';
import { problemWords } from '../../lib/problem-words.ts';
import { useItems } from '../../queries/use-items.ts';
import { counted } from '../../lib/words.ts';
import type { useDueFilters } from './due-filters.ts';
import { DueList } from './DueList.tsx';
import { DUE_EXPORT } from './maintenance-export.ts';
import { loadAllDue, useDue, useMostUrgent } from '../../queries/maintenance-queries.ts';

const ALL = 'ALL';
type Shown = DueStatus | typeof ALL;

const EMPTY: Record<Shown, string> = {
  ALL: 'Nothing is due',
  OVERDUE: 'Nothing is overdue',
  DUE_SOON: 'Nothing is due within 14 days',
  SCHEDULED: 'Nothing is due later',
};

export function DueCard({ due }: { due: ReturnType<typeof useDueFilters> }) {
  const { filters, setFilters, place, query } = due;
  const counts = useMostUrgent(place, '1').data;
  const items = useDue(query);
  const shown: Shown = filters.due ?? ALL;
  const later = counts === undefined ? undefined : counts.total - counts.overdue - counts.dueSoon;
  return (
    <Card
      flush
      title="Due"
      description={counts === undefined ? 'Loading' : counted(counts.total, 'item')}
      actions={
        <ExportButton size="sm" name="maintenance-due" columns={DUE_EXPORT} load={() => loadAllDue(query)} />
      }
      // As high as it is when it is full: what stands below stays in its place.
      className="min-h-[39.25rem]"
    >
      <div className="overflow-x-auto border-b border-line px-4 py-2.5">
        <SegmentedControl<Shown>
          label="Urgency"
          segments={[
            { value: ALL, label: 'All' },
            { value: 'OVERDUE', label: <Counted word="Overdue" count={counts?.overdue} /> },
            { value: 'DUE_SOON', label: <Counted word="Within 14 days" count={counts?.dueSoon} /> },
            { value: 'SCHEDULED', label: <Counted word="Later" count={later} /> },
          ]}
          value={shown}
          onValueChange={(chosen) => {
            setFilters({ due: chosen === ALL ? null : chosen });
          }}
        />
      </div>
      <Items query={items} empty={EMPTY[shown]} />
    </Card>
  );
}

function Items({ query, empty }: { query: ReturnType<typeof useDue>; empty: string }) {
  const { data, error, isPending, isFetching, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    query;
  const items = useItems(data);
  if (isPending) return <Skeleton className="m-4 h-48" />;
  if (error !== null && items.length === 0) {
    return <ErrorState problem={problemWords(error)} retrying={isFetching} onRetry={() => void refetch()} />;
  }
  if (items.length === 0) {
    return (
      <EmptyState
        icon={<CalendarCheck aria-hidden />}
        title={empty}
        description="An item is due by its service interval, or on the day that its last log names."
        className="my-auto"
      />
    );
  }
  return (
    <>
      <div
        // It scrolls, and keeps the page's other cards in sight.
        className="relative max-h-[32rem] overflow-y-auto"
      >
        <DueList items={items} label="Items that are due" />
      </div>
      {hasNextPage && (
        <div className="flex justify-center border-t border-line py-3">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}

const Counted = ({ word, count }: { word: string; count: number | undefined }) => (
  <>
    {word}
    <span className="num min-w-4 text-ink-subtle">{count === undefined ? '' : words.formatCount(count)}</span>
  </>
);
