/** What was typed on this laptop and not saved: a way to each, and what can't be saved any more. */
import { StrandedDrafts, useObserved, type DraftSubjects } from '@wellpulse/forms';
import { StrandedDraftList, useWords } from '@wellpulse/ui';
import { PencilLine } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { RouteStop } from '../../../shared/bridge/records.ts';
import { call } from '../../lib/bridge.ts';
import { useSession } from '../../lib/session.tsx';

const SUBJECTS: DraftSubjects = {
  well: (wellId) => call('wells.get', { wellId }),
  hasItem: async (equipmentId) => (await call('equipment.get', { equipmentId })) !== null,
};

/** Looks again when `stops` change: a sync may have brought that a well is gone. */
export function Unsaved({ stops }: { readonly stops: readonly RouteStop[] }) {
  const { daySheetTexts, formatDay } = useWords();
  const { desk, drafts } = useSession();
  const [stranded] = useState(() => new StrandedDrafts({ desk, drafts, subjects: SUBJECTS }));
  const list = useObserved(stranded, () => stranded.list, []);
  useEffect(() => void stranded.look(), [stranded, stops]);
  const typed = useObserved(desk, () => desk.drafts.places(), []).flatMap((place) => {
    const stop = stops.find(({ wellId }) => wellId === place.wellId);
    return stop === undefined || stranded.has(place) ? [] : [{ ...place, wellName: stop.wellName }];
  });
  return (
    <>
      {typed.length > 0 && (
        <ul aria-label={daySheetTexts.notSaved(typed.length)} className="flex flex-wrap gap-5">
          {typed.map(({ wellId, date, wellName }) => (
            <li key={`${date} ${wellId}`}>
              <Link
                href={`/wells/${wellId}/${date}`}
                className="flex min-h-15 items-center gap-3 rounded-xl bg-attention-soft px-5 text-lg text-attention"
              >
                <PencilLine aria-hidden className="size-6 shrink-0" />
                {daySheetTexts.typedOf(wellName, formatDay(date))}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <StrandedDraftList
        size="field"
        drafts={list}
        onDiscard={(draft) => {
          stranded.discard(draft);
        }}
      />
    </>
  );
}
