'use client';

/** Where two people changed the same record without knowing of each other: both sides, and what became of it. */
import { Button, Card, EmptyState, ErrorState, PageHeader, Skeleton, useWords } from '@wellpulse/ui';
import { CircleCheck } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { ExportButton } from '../../components/ExportButton.tsx';
import { problemWords } from '../../lib/problem-words.ts';
import { useItems } from '../../queries/use-items.ts';
import { useSettings } from '../../queries/settings-queries.ts';
import { ConflictCard } from './ConflictCard.tsx';
import { CONFLICT_EXPORT } from './conflict-export.ts';
import { useConflictFilters } from './conflict-filters.ts';
import { loadAllConflicts, useConflicts } from '../../queries/conflict-queries.ts';
import { ConflictFilterBar } from './ConflictFilterBar.tsx';

export function ConflictsPage() {
  const words = useWords();
  const { conflictTexts, controlTexts } = words;
  const { data: settings } = useSettings();
  const filters = useConflictFilters();
  const { isNarrowed, setFilters } = filters;
  const isOpenOnly = filters.filters.status === 'OPEN';
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
      <ConflictList
        query={useConflicts(filters.query)}
        empty={
          <EmptyState
            icon={<CircleCheck aria-hidden />}
            title={isOpenOnly && !isNarrowed ? conflictTexts.noneOpen : conflictTexts.noneMatches}
            description={isNarrowed ? controlTexts.takeFilterAway : conflictTexts.noneHint}
            action={
              filters.filters.status !== 'ALL' && (
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

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

interface ConflictListProps {
  readonly query: ReturnType<typeof useConflicts>;
  readonly empty: ReactNode;
}

function ConflictList({ query, empty }: ConflictListProps) {
  const words = useWords();
  const { controlTexts, conflictTexts } = words;
  const list = useRef<HTMLUListElement>(null);
  const items = useItems(query.data);
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
            <ConflictCard
              conflict={conflict}
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
