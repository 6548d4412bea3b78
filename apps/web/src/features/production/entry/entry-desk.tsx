'use client';

/** The one desk of this page, at which all entries are typed and saved (ADR 92). */
import { EntryDesk, EntryDrafts, useObserved, type EntryPlace } from '@wellpulse/forms';
import { restEntryStore } from '@wellpulse/forms/rest';
import { useWords } from '@wellpulse/ui';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { answerOf } from '../../../lib/answer-of.ts';
import {
  useCreateProduction,
  useCreateProductionBulk,
  useUpdateProduction,
} from '../../../queries/production-queries.ts';
import { draftStorage, useDraftOwner, warnOfNoRoom } from '../../drafts/draft-storage.ts';

const EntryDeskContext = createContext<EntryDesk | null>(null);

export function useEntryDesk(): EntryDesk {
  const desk = use(EntryDeskContext);
  if (desk === null) throw new Error('Entries need an EntryDeskProvider around them');
  return desk;
}

export function EntryDeskProvider({ children }: { children: ReactNode }) {
  const words = useWords();
  const owner = useDraftOwner();
  const { mutateAsync: create } = useCreateProduction();
  const { mutateAsync: createBulk } = useCreateProductionBulk();
  const { mutateAsync: update } = useUpdateProduction();
  // Another person's page is loaded anew.
  const [desk] = useState(
    () =>
      new EntryDesk(
        new EntryDrafts(draftStorage, owner),
        restEntryStore({
          create: (wellId, entry) => answerOf(create({ wellId, entry })),
          createDays: (wellId, entries) =>
            answerOf(createBulk({ wellId, entries: [...entries] }).then(({ items }) => items)),
          update: (wellId, id, body) => answerOf(update({ wellId, id, body })),
        }),
        () => {
          warnOfNoRoom(words);
        },
      ),
  );
  useEffect(() => desk.drafts.watch(), [desk]);
  return <EntryDeskContext value={desk}>{children}</EntryDeskContext>;
}

const NO_PLACES: readonly EntryPlace[] = [];

/** Where something waits to be saved, oldest day first. None while a page is drawn on the server. */
export function useUnsaved(): readonly EntryPlace[] {
  const desk = useEntryDesk();
  return useObserved(desk, () => desk.drafts.places(), NO_PLACES);
}
