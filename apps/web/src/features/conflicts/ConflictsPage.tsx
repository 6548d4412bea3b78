'use client';

/** Where two people changed the same record without knowing of each other: both sides, and what became of it. */
import type { Conflict } from '@wellpulse/contracts';
import { Button, Card, EmptyState, ErrorState, PageHeader, Skeleton, useWords } from '@wellpulse/ui';
import { CircleCheck } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ExportButton } from '../../components/ExportButton.tsx';
import { problemWords } from '../../lib/problem-words.ts';
import { useItems } from '../../queries/use-items.ts';
import { useSettings } from '../../queries/settings-queries.ts';
import { ConflictContainer } from './ConflictContainer.tsx';
import { CONFLICT_EXPORT } from './conflict-export.ts';
import { useConflictFilters } from './conflict-filters.ts';
import {
  loadAllConflicts,
  useConflictNews,
  useConflicts,
  useLookedAtConflicts,
} from '../../queries/conflict-queries.ts';
import { ConflictFilterBar } from './ConflictFilterBar.tsx';
import { SettledNotice } from './SettledNotice.tsx';

export function ConflictsPage() {
  const words = useWords();
  const { conflictTexts, controlTexts } = words;
  const { data: settings } = useSettings();
  const filters = useConflictFilters();
  const { isNarrowed, setFilters } = filters;
  const { status } = filters.filters;
  const isOpenOnly = status === 'OPEN';
  const showsSettled = (status === 'SETTLED' || status === 'ALL') && !isNarrowed;
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={conflictTexts.conflicts}
        description={
          settings === undefined
            ? conflictTexts.about
            : conflictTexts.policy(lower(words.conflictPolicyNames[settings.conflictPolicy]))
        }
        actions={
          <ExportButton
            name="conflicts"
            columns={CONFLICT_EXPORT}
            load={() => loadAllConflicts(filters.query)}
          />
        }
      />
      <ConflictFilterBar {...filters} />
      {!showsSettled && (
        <SettledNotice
          onShow={() => {
            setFilters({ status: 'SETTLED', outcome: null, well: null, device: null, record: null });
          }}
        />
      )}
      <ConflictList
        showsSettled={showsSettled}
        query={useConflicts(filters.query)}
        empty={
          <EmptyState
            icon={<CircleCheck aria-hidden />}
            title={isOpenOnly && !isNarrowed ? conflictTexts.noneOpen : conflictTexts.noneMatches}
            description={isNarrowed ? controlTexts.takeFilterAway : conflictTexts.noneHint}
            action={
              status !== 'ALL' && (
                <Button
                  onClick={() => {
                    setFilters({ status: 'ALL' });
                  }}
                >
                  {conflictTexts.showAll}
                </Button>
              )
            }
          />
        }
      />
    </div>
  );
}

/** Up to which event the person had looked when they came, null until that is known; remembers that they look now, if they do. */
function useLooking(isLooking: boolean): number | null {
  const news = useConflictNews();
  const { mutate } = useLookedAtConflicts();
  const [before, setBefore] = useState<number | null>(null);
  if (before === null && news !== undefined) setBefore(news.lookedUntil);
  const sequence = isLooking && news !== undefined && news.settled > 0 ? news.sequence : null;
  useEffect(() => {
    if (sequence !== null) mutate(sequence);
  }, [sequence, mutate]);
  return before;
}

/** The rules let a side give way since the person looked. */
const isNews = ({ status, outcome, sequence }: Conflict, lookedUntil: number | null): boolean =>
  lookedUntil !== null && sequence > lookedUntil && status === 'SETTLED' && outcome !== 'MERGE';

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

interface ConflictListProps {
  /** All that the rules settled is in it: who sees the list has looked. */
  readonly showsSettled: boolean;
  readonly query: ReturnType<typeof useConflicts>;
  readonly empty: ReactNode;
}

function ConflictList({ query, empty, showsSettled }: ConflictListProps) {
  const words = useWords();
  const { controlTexts, conflictTexts } = words;
  const list = useRef<HTMLUListElement>(null);
  const items = useItems(query.data);
  const lookedUntil = useLooking(showsSettled && query.isSuccess && !query.isPlaceholderData);
  if (query.data === undefined) {
    return (
      <Card>
        {query.error === null ? (
          <Skeleton className="h-64" />
        ) : (
          <ErrorState
            problem={problemWords(words, query.error)}
            retrying={query.isFetching}
            onRetry={() => void query.refetch()}
          />
        )}
      </Card>
    );
  }
  if (items.length === 0) return <Card>{empty}</Card>;
  return (
    <>
      <ul
        ref={list}
        tabIndex={-1}
        aria-label={conflictTexts.conflicts}
        className="flex flex-col gap-4 focus:outline-none"
      >
        {items.map((conflict) => (
          <li key={conflict.id}>
            <ConflictContainer
              conflict={conflict}
              isNew={isNews(conflict, lookedUntil)}
              // The button that was pressed goes away with its card, and must not take the focus with it.
              onSettled={() => list.current?.focus()}
            />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          className="self-center"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {controlTexts.showMore}
        </Button>
      )}
    </>
  );
}
