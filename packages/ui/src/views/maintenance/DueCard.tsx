'use client';

import type { DueItem, DueStatus } from '@wellpulse/contracts';
import { CalendarCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../components/buttons/Button.tsx';
import { Card } from '../../components/display/Card.tsx';
import { Skeleton } from '../../components/display/Skeleton.tsx';
import { EmptyState } from '../../components/feedback/EmptyState.tsx';
import { ErrorState, type ProblemText } from '../../components/feedback/ErrorState.tsx';
import { SegmentedControl } from '../../components/inputs/SegmentedControl.tsx';
import { useWords } from '../../lib/words-context.tsx';
import type { LinkTo } from '../host.ts';
import { DueList } from './DueList.tsx';

/** Which of the items are shown. */
export type DueShown = DueStatus | 'ALL';

/** How many items there are, whatever is shown. */
export interface DueCounted {
  readonly total: number;
  readonly overdue: number;
  readonly dueSoon: number;
}

/** What has been loaded of a list. */
export interface DueItems {
  /** The most urgent first; null while none is there yet. */
  readonly items: readonly DueItem[] | null;
  /** Why there are none; null for nothing. */
  readonly problem: ProblemText | null;
  readonly loading: boolean;
  readonly onRetry: () => void;
  /** Loads more of them; null where all are there. */
  readonly onMore: (() => void) | null;
}

export interface DueCardProps {
  /** Null until it is known. */
  readonly counts: DueCounted | null;
  readonly shown: DueShown;
  readonly onShownChange: (shown: DueShown) => void;
  readonly list: DueItems;
  readonly linkTo: LinkTo;
  readonly actions?: ReactNode;
}

/**
 * What is due, with how much of each urgency.
 *
 * @example
 * <DueCard counts={counts} shown="ALL" onShownChange={show} list={list} linkTo={linkTo} />
 */
export function DueCard({ counts, shown, onShownChange, list, linkTo, actions }: DueCardProps) {
  const words = useWords();
  const { controlTexts, maintenanceTexts } = words;
  const later = counts === null ? null : counts.total - counts.overdue - counts.dueSoon;
  return (
    <Card
      flush
      title={maintenanceTexts.due}
      description={counts === null ? controlTexts.loading : words.equipmentTexts.items(counts.total)}
      actions={actions}
      // As high as it is when it is full: what stands below stays in its place.
      className="min-h-[39.25rem]"
    >
      <div className="overflow-x-auto border-b border-line px-4 py-2.5">
        <SegmentedControl<DueShown>
          label={maintenanceTexts.urgency}
          segments={[
            { value: 'ALL', label: maintenanceTexts.all },
            {
              value: 'OVERDUE',
              label: <Counted word={words.dueStatusNames.OVERDUE} count={counts?.overdue ?? null} />,
            },
            {
              value: 'DUE_SOON',
              label: <Counted word={maintenanceTexts.within14Days} count={counts?.dueSoon ?? null} />,
            },
            { value: 'SCHEDULED', label: <Counted word={maintenanceTexts.later} count={later} /> },
          ]}
          value={shown}
          onValueChange={onShownChange}
        />
      </div>
      <Items list={list} empty={maintenanceTexts.nothingDue[shown]} linkTo={linkTo} />
    </Card>
  );
}

interface ItemsProps extends Pick<DueCardProps, 'list' | 'linkTo'> {
  readonly empty: string;
}

function Items({ list, empty, linkTo }: ItemsProps) {
  const { controlTexts, maintenanceTexts } = useWords();
  const { items, problem, loading, onRetry, onMore } = list;
  if (items === null)
    return problem === null ? (
      <Skeleton className="m-4 h-48" />
    ) : (
      <ErrorState problem={problem} retrying={loading} onRetry={onRetry} />
    );
  if (items.length === 0) return <NothingDue title={empty} description={maintenanceTexts.dueRule} />;
  return (
    <>
      <div
        // It scrolls, and keeps the page's other cards in sight.
        className="relative max-h-[32rem] overflow-y-auto"
      >
        <DueList linkTo={linkTo} items={items} label={maintenanceTexts.dueItems} />
      </div>
      {onMore !== null && (
        <div className="flex justify-center border-t border-line py-3">
          <Button loading={loading} onClick={onMore}>
            {controlTexts.showMore}
          </Button>
        </div>
      )}
    </>
  );
}

/** In the place of a list that would be empty. */
export const NothingDue = ({ title, description }: { title: string; description: string }) => (
  <EmptyState
    icon={<CalendarCheck aria-hidden />}
    title={title}
    description={description}
    className="my-auto"
  />
);

function Counted({ word, count }: { word: string; count: number | null }) {
  const words = useWords();
  return (
    <>
      {word}
      <span className="num min-w-4 text-ink-subtle">{count === null ? '' : words.formatCount(count)}</span>
    </>
  );
}
