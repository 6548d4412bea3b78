'use client';

import { memoryDraftStorage, type DraftOwner, type DraftStorage } from '@wellpulse/forms';
import { toast } from '@wellpulse/ui';
import type { Words } from '@wellpulse/words';
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
