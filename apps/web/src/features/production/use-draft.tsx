'use client';

/** Drafts in components: what was typed for a well and a day, and how many wait. */
import { toast } from '@wellpulse/ui';
import { createContext, use, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { useSession } from '../session/SessionProvider.tsx';
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
  const drafts = useDrafts();
  const draft = useSyncExternalStore(
    drafts?.subscribe ?? subscribeToNothing,
    () => drafts?.read(place) ?? null,
    () => null,
  );
  const setDraft = (next: Draft | null) => {
    if (drafts?.write(place, next) === false) {
      toast.warning('This browser has no room to keep what you type', {
        id: 'draft-not-kept',
        description: 'Save before you leave the page.',
      });
    }
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

/** Where something waits to be saved, oldest day first. Nowhere while the page is hydrating. */
export function useDraftPlaces(): readonly DraftPlace[] {
  const drafts = useDrafts();
  const revision = useDraftsRevision(drafts);
  const isHydrated = useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
  return useMemo(
    () => (drafts === null || !isHydrated || revision < 0 ? [] : drafts.places()),
    [drafts, isHydrated, revision],
  );
}
