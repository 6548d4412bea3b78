'use client';

import type { Conflict } from '@wellpulse/contracts';
import { Dialog, toast, useWords } from '@wellpulse/ui';
import { useId, useState } from 'react';
import { FormButtons } from '../../components/FormButtons.tsx';
import { FormProblem } from '../../components/FormProblem.tsx';
import { fieldMessages, problemSentence } from '../../lib/problem-words.ts';
import { useResolveConflict } from '../../queries/conflict-queries.ts';
import { MergeField } from './MergeField.tsx';
import { mergedValues, mergeRows, startMerge } from './merge-draft.ts';

export interface MergeDialogProps {
  readonly conflict: Conflict;
  readonly onMerged: () => void;
  readonly onClose: () => void;
}

/** For each value one of the two sides, or another one. */
export function MergeDialog({ conflict, onMerged, onClose }: MergeDialogProps) {
  const words = useWords();
  const { conflictTexts, controlTexts } = words;
  const formId = useId();
  const rows = mergeRows(conflict);
  const [draft, setDraft] = useState(() => startMerge(rows));
  const { mutate, isPending, error } = useResolveConflict();
  const { values, errors } = mergedValues(words, rows, draft);
  const refused = fieldMessages(words, error);
  const title = words.conflictTitle(conflict);
  const submit = () => {
    if (Object.keys(errors).length > 0) return;
    const isAsItWas = Object.keys(values).length === 0;
    mutate(
      { conflictId: conflict.id, body: isAsItWas ? { choice: 'EXISTING' } : { choice: 'MERGED', values } },
      {
        onSuccess: () => {
          toast.success(conflictTexts.merged(title));
          onClose();
          onMerged();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={conflictTexts.mergeTitle}
      description={title}
      footer={
        <FormButtons formId={formId} submitLabel={controlTexts.save} saving={isPending} onCancel={onClose} />
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {rows.map((row) => (
          <MergeField
            key={row.field}
            row={row}
            entry={draft[row.field] ?? { pick: 'EXISTING', text: '' }}
            error={errors[row.field] ?? refused[`values.${row.field}`]}
            onChange={(entry) => {
              setDraft((before) => ({ ...before, [row.field]: entry }));
            }}
          />
        ))}
        {error !== null && <FormProblem>{problemSentence(words, error)}</FormProblem>}
      </form>
    </Dialog>
  );
}
