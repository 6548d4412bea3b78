'use client';

import { toast, useWords } from '@wellpulse/ui';
import type { Words } from '@wellpulse/words';
import { useMemo, useSyncExternalStore } from 'react';
import type { z } from 'zod';
import { useSession } from '../../components/SessionProvider.tsx';
import { DraftStore } from './draft-store.ts';

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
  const { tenant, user } = useSession();
  const store = useMemo(
    () => new DraftStore(window.localStorage, `wellpulse.${kind}.${tenant.id}.${user.id}.`, schema),
    [kind, tenant.id, user.id, schema],
  );
  const draft = useSyncExternalStore(store.subscribe, () => store.read(name));
  const setDraft = (next: Draft | null) => {
    if (!store.write(name, next)) warnOfNoRoom(words);
  };
  return [draft, setDraft];
}
