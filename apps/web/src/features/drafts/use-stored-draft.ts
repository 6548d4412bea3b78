'use client';

import { DraftStore, memoryDraftStorage, type DraftOwner, type DraftStorage } from '@wellpulse/forms';
import { toast, useWords } from '@wellpulse/ui';
import type { Words } from '@wellpulse/words';
import { useMemo, useSyncExternalStore } from 'react';
import type { z } from 'zod';
import { useSession } from '../../components/SessionProvider.tsx';
import { browserDraftStorage } from './browser-draft-storage.ts';

/** Where this page keeps drafts. A page that is drawn on the server has none. */
export const draftStorage: DraftStorage =
  typeof window === 'undefined' ? memoryDraftStorage() : browserDraftStorage(window.localStorage, window);

/** Whose drafts are kept. */
export function useDraftOwner(): DraftOwner {
  const { tenant, user } = useSession();
  return { tenantId: tenant.id, userId: user.id };
}

/** Says that what is typed lasts only as long as the page. */
export function warnOfNoRoom({ requestWords }: Words): void {
  toast.warning(requestWords.noRoom, {
    id: 'draft-not-kept',
    description: requestWords.noRoomHint,
  });
}

/**
 * The draft of a form that is opened by hand, by its name among those of its `kind`; null where nothing was typed.
 * `schema` stays the same between renders.
 */
export function useStoredDraft<Draft>(
  kind: string,
  name: string,
  schema: z.ZodType<Draft>,
): [Draft | null, (draft: Draft | null) => void] {
  const words = useWords();
  const { tenantId, userId } = useDraftOwner();
  const store = useMemo(
    () => new DraftStore(draftStorage, kind, { tenantId, userId }, schema),
    [kind, tenantId, userId, schema],
  );
  const draft = useSyncExternalStore(store.subscribe, () => store.read(name));
  const setDraft = (next: Draft | null) => {
    void store.write(name, next).then((isKept) => {
      if (!isKept) warnOfNoRoom(words);
    });
  };
  return [draft, setDraft];
}
