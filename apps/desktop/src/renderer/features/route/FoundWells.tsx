/** Wells that match what was typed, on the person's route or not. */
import { useDebounced } from '@wellpulse/forms';
import { EmptyState, Skeleton, useWords, WellStatusBadge } from '@wellpulse/ui';
import { ChevronRight, MapPinOff } from 'lucide-react';
import { Link } from 'wouter';
import { MOST_WELLS_FOUND } from '../../../shared/bridge/wells.ts';
import { useMain } from '../../lib/queries.ts';

export function FoundWells({ text }: { readonly text: string }) {
  const { fieldWords, wellTexts } = useWords();
  const { data: wells } = useMain('wells.search', { text: useDebounced(text) });
  if (wells === undefined) return <Skeleton className="h-60" />;
  if (wells.length === 0)
    return (
      <EmptyState
        icon={<MapPinOff />}
        title={wellTexts.noneMatches}
        description={fieldWords.noneMatchesHint}
      />
    );
  return (
    <>
      <ul aria-label={fieldWords.findWell} className="flex flex-col gap-5">
        {wells.map((well) => (
          <li key={well.id}>
            <Link
              href={`/wells/${well.id}`}
              className="flex min-h-15 items-center gap-5 rounded-xl border border-line bg-surface px-5 py-3 text-lg"
            >
              <span className="flex min-w-0 grow flex-col">
                <span className="font-semibold [overflow-wrap:anywhere]">{well.name}</span>
                <span className="num text-base text-ink-muted [overflow-wrap:anywhere]">
                  {[well.lease, well.apiNumber, well.route].filter((part) => part !== null).join(' · ')}
                </span>
              </span>
              {well.status !== 'ACTIVE' && <WellStatusBadge status={well.status} />}
              <ChevronRight aria-hidden className="size-7 shrink-0" />
            </Link>
          </li>
        ))}
      </ul>
      {wells.length === MOST_WELLS_FOUND && <p className="text-ink-muted">{fieldWords.moreWells}</p>}
    </>
  );
}
