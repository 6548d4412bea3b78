'use client';

import type { FormDrafts } from '@wellpulse/forms';
import { useWords } from '@wellpulse/ui';
import { draftStorage, useDraftOwner, warnOfNoRoom } from './draft-storage.ts';

/** Where the forms of this page keep what is typed. */
export function useFormDrafts(): FormDrafts {
  const words = useWords();
  const owner = useDraftOwner();
  return {
    storage: draftStorage,
    owner,
    onNoRoom: () => {
      warnOfNoRoom(words);
    },
  };
}
