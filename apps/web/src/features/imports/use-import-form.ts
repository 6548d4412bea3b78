'use client';

import { ImportForm, useObserved, type ImportAnswer, type ImportStore } from '@wellpulse/forms';
import { troubleOfProblem } from '@wellpulse/forms/rest';
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
  const [form] = useState(() => new ImportForm<File>(importStore(mutateAsync), draftStorage, owner));
  useObserved(form, () => form.revision, 0);
  return form;
}

const importStore = (run: typeof runImport): ImportStore<File> => ({
  read: readPreview,
  start: ({ onSent, ...job }) => {
    const importId = randomUuid();
    const abort = new AbortController();
    return {
      importId,
      done: resultOf(run({ ...job, importId, signal: abort.signal, onUploaded: onSent })),
      cancel: () => {
        abort.abort(new Cancelled());
      },
    };
  },
});

async function resultOf(running: ReturnType<typeof runImport>): Promise<ImportAnswer> {
  try {
    const answer = await answerOf(running);
    if (answer.ok) return { kind: 'DONE', result: answer.value };
    const { problem } = answer;
    return { kind: 'REFUSED', trouble: troubleOfProblem(problem), errors: problem?.errors ?? [] };
  } catch (error) {
    if (error instanceof Cancelled) return { kind: 'CANCELLED' };
    throw error;
  }
}
