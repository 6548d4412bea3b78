'use client';

import { ImportForm, useObserved } from '@wellpulse/forms';
import { restImportStore, type ImportApi } from '@wellpulse/forms/rest';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf } from '../../lib/answer-of.ts';
import { randomUuid } from '../../lib/random-uuid.ts';
import { draftStorage, useDraftOwner } from '../drafts/draft-storage.ts';
import { readPreview } from './csv-preview.ts';
import { runImport } from './run-import.ts';

class Cancelled extends Error {}

/** The form of an import through the REST API. */
export function useImportForm(): ImportForm<File> {
  const queryClient = useQueryClient();
  const owner = useDraftOwner();
  const { mutateAsync } = useMutation({
    mutationFn: runImport,
    onSuccess: ({ dryRun }) => {
      if (!dryRun) void queryClient.invalidateQueries();
    },
  });
  const [form] = useState(
    () => new ImportForm<File>(restImportStore(apiOf(mutateAsync)), draftStorage, owner),
  );
  useObserved(form, () => form.revision, 0);
  return form;
}

const apiOf = (run: typeof runImport): ImportApi<File> => ({
  read: readPreview,
  newId: randomUuid,
  send: ({ onSent, ...job }) => {
    const abort = new AbortController();
    return {
      done: answerOf(run({ ...job, signal: abort.signal, onUploaded: onSent })).catch((error: unknown) => {
        if (error instanceof Cancelled) return null;
        throw error;
      }),
      cancel: () => {
        abort.abort(new Cancelled());
      },
    };
  },
});
