'use client';

import { toast } from '@wellpulse/ui';
import { useMemo, useSyncExternalStore } from 'react';
import type { z } from 'zod';
import { useSession } from '../../components/SessionProvider.tsx';
import { DraftStore } from './draft-store.ts';

/** Says that what is typed lasts only as long as the page. */
export function warnOfNoRoom(): void {
  toast.warning('This browser has no room to keep what you type', {
    id: 'draft-not-kept',
    description: 'Save before you leave the page.',
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
  const { tenant, user } = useSession();
  const store = useMemo(
    () => new DraftStore(window.localStorage, `wellpulse.${kind}.${tenant.id}.${user.id}.`, schema),
    [kind, tenant.id, user.id, schema],
  );
  const draft = useSyncExternalStore(store.subscribe, () => store.read(name));
  const setDraft = (next: Draft | null) => {
    if (!store.write(name, next)) warnOfNoRoom();
  };
  return [draft, setDraft];
}
