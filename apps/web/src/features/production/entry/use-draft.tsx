'use client';

/** Drafts in components: what was typed for a well and a day, and how many wait. */
import { isBlank, useWords, type BulkDraft, type VolumesText } from '@wellpulse/ui';
import { createContext, use, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { useIsHydrated } from '../../../lib/use-is-hydrated.ts';
import { warnOfNoRoom } from '../../drafts/use-stored-draft.ts';
import { useSession } from '../../../components/SessionProvider.tsx';
import { Drafts, type Draft, type DraftPlace } from './drafts.ts';

const DraftsContext = createContext<Drafts | null>(null);

/** Null on the server, which knows no drafts. */
export const useDrafts = (): Drafts | null => use(DraftsContext);

export function DraftsProvider({ children }: { children: ReactNode }) {
  const { tenant, user } = useSession();
  const drafts = useMemo(
    () => (typeof window === 'undefined' ? null : new Drafts(window.localStorage, tenant.id, user.id)),
    [tenant.id, user.id],
  );
  useEffect(() => {
    if (drafts === null) return;
    const onStorage = () => {
      drafts.announce();
    };
    window.addEventListener('storage', onStorage);
    return () => {
      window.removeEventListener('storage', onStorage);
    };
  }, [drafts]);
  return <DraftsContext value={drafts}>{children}</DraftsContext>;
}

const subscribeToNothing = () => () => undefined;

export function useDraft(place: DraftPlace): [Draft | null, (draft: Draft | null) => void] {
  const words = useWords();
  const drafts = useDrafts();
  const draft = useSyncExternalStore(
    drafts?.subscribe ?? subscribeToNothing,
    () => drafts?.read(place) ?? null,
    () => null,
  );
  const setDraft = (next: Draft | null) => {
    if (drafts?.write(place, next) === false) warnOfNoRoom(words);
  };
  return [draft, setDraft];
}

/** Grows with every change of a draft; 0 on the server. */
function useDraftsRevision(drafts: Drafts | null): number {
  return useSyncExternalStore(
    drafts?.subscribe ?? subscribeToNothing,
    () => drafts?.revision ?? 0,
    () => 0,
  );
}

/** Where something waits to be saved, oldest day first. */
export function useDraftPlaces(): readonly DraftPlace[] {
  const drafts = useDrafts();
  const revision = useDraftsRevision(drafts);
  // The first drawing has to look as the server drew the page: without drafts.
  const isHydrated = useIsHydrated();
  return useMemo(
    // The revision is what makes the same store hold something else.
    () => (drafts === null || !isHydrated || revision < 0 ? [] : drafts.places()),
    [drafts, isHydrated, revision],
  );
}

/** The drafts of new entries of several days of a well, as the bulk grid has them. */
export function useDraftsOfDays(
  wellId: string,
  days: readonly string[],
): [BulkDraft, (draft: BulkDraft) => void] {
  const drafts = useDrafts();
  useDraftsRevision(drafts);
  const isHydrated = useIsHydrated();
  const draft: Record<string, VolumesText> = {};
  for (const date of isHydrated ? days : []) {
    const kept = drafts?.read({ wellId, date }) ?? null;
    if (kept !== null) draft[date] = kept;
  }
  const setDraft = (next: BulkDraft) => {
    for (const date of days) {
      const text = next[date];
      if (text === undefined || text === draft[date]) continue;
      drafts?.write({ wellId, date }, isBlank(text) ? null : { ...text, base: null });
    }
  };
  return [draft, setDraft];
}
