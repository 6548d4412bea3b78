'use client';

import type { DueStatus } from '@wellpulse/contracts';
import {
  Button,
  Card,
  DueList,
  EmptyState,
  ErrorState,
  SegmentedControl,
  Skeleton,
  useWords,
} from '@wellpulse/ui';
import { linkTo } from '../../components/view-host.tsx';
import { CalendarCheck } from 'lucide-react';
import { ExportButton } from '../../components/ExportButton.tsx';
import { problemWords } from '../../lib/problem-words.ts';
import { useItems } from '../../queries/use-items.ts';
import type { useDueFilters } from './due-filters.ts';
import { DUE_EXPORT } from './maintenance-export.ts';
import { loadAllDue, useDue, useMostUrgent } from '../../queries/maintenance-queries.ts';

const ALL = 'ALL';
type Shown = DueStatus | typeof ALL;

export function DueCard({ due }: { due: ReturnType<typeof useDueFilters> }) {
  const { controlTexts, maintenanceTexts } = useWords();
  const words = useWords();
  const { filters, setFilters, place, query } = due;
  const counts = useMostUrgent(place, '1').data;
  const items = useDue(query);
  const shown: Shown = filters.due ?? ALL;
  const later = counts === undefined ? undefined : counts.total - counts.overdue - counts.dueSoon;
  return (
    <Card
      flush
      title={maintenanceTexts.due}
      description={counts === undefined ? controlTexts.loading : words.equipmentTexts.items(counts.total)}
      actions={
        <ExportButton size="sm" name="maintenance-due" columns={DUE_EXPORT} load={() => loadAllDue(query)} />
      }
      // As high as it is when it is full: what stands below stays in its place.
      className="min-h-[39.25rem]"
    >
      <div className="overflow-x-auto border-b border-line px-4 py-2.5">
        <SegmentedControl<Shown>
          label={maintenanceTexts.urgency}
          segments={[
            { value: ALL, label: maintenanceTexts.all },
            {
              value: 'OVERDUE',
              label: <Counted word={words.dueStatusNames.OVERDUE} count={counts?.overdue} />,
            },
            {
              value: 'DUE_SOON',
              label: <Counted word={maintenanceTexts.within14Days} count={counts?.dueSoon} />,
            },
            { value: 'SCHEDULED', label: <Counted word={maintenanceTexts.later} count={later} /> },
          ]}
          value={shown}
          onValueChange={(chosen) => {
            setFilters({ due: chosen === ALL ? null : chosen });
          }}
        />
      </div>
      <Items query={items} empty={maintenanceTexts.nothingDue[shown]} />
    </Card>
  );
}

function Items({ query, empty }: { query: ReturnType<typeof useDue>; empty: string }) {
  const words = useWords();
  const { controlTexts, maintenanceTexts } = words;
  const { data, error, isPending, isFetching, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    query;
  const items = useItems(data);
  if (isPending) return <Skeleton className="m-4 h-48" />;
  if (error !== null && items.length === 0) {
    return (
      <ErrorState problem={problemWords(words, error)} retrying={isFetching} onRetry={() => void refetch()} />
    );
  }
  if (items.length === 0) {
    return (
      <EmptyState
        icon={<CalendarCheck aria-hidden />}
        title={empty}
        description={maintenanceTexts.dueRule}
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
        <DueList linkTo={linkTo} items={items} label={maintenanceTexts.dueItems} />
      </div>
      {hasNextPage && (
        <div className="flex justify-center border-t border-line py-3">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {controlTexts.showMore}
          </Button>
        </div>
      )}
    </>
  );
}

const Counted = ({ word, count }: { word: string; count: number | undefined }) => {
  const words = useWords();
  return (
    <>
      {word}
      <span className="num min-w-4 text-ink-subtle">
        {count === undefined ? '' : words.formatCount(count)}
      </span>
    </>
  );
};
