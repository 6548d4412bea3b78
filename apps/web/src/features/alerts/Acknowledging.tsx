'use client';

import type { AlertGroup } from '@wellpulse/domain';
import { AcknowledgeForms } from '@wellpulse/forms';
import { AcknowledgeDialog, toast, useWords } from '@wellpulse/ui';
import { useState } from 'react';
import { problemSentence } from '../../lib/problem-words.ts';
import { useAcknowledge } from '../../queries/alert-queries.ts';

export interface AcknowledgingProps {
  /** Null while no dialog is open. What was typed in one that was closed stays. */
  readonly group: Omit<AlertGroup, 'id'> | null;
  readonly onClose: () => void;
}

/** Says that alerts have been seen. */
export function Acknowledging({ group, onClose }: AcknowledgingProps) {
  const words = useWords();
  const [forms] = useState(() => new AcknowledgeForms());
  const { mutate, isPending, error, reset } = useAcknowledge();
  if (group === null) return null;
  const key = group.alerts.map(({ id }) => id).join(' ');
  return (
    <AcknowledgeDialog
      group={group}
      form={forms.of(key)}
      saving={isPending}
      problem={error === null ? undefined : problemSentence(words, error)}
      onSubmit={({ comment }) => {
        mutate(
          { alertIds: group.alerts.map(({ id }) => id), comment },
          {
            onSuccess: () => {
              toast.success(words.alertTexts.acknowledgedAt(group.wellName));
              forms.forget(key);
              onClose();
            },
          },
        );
      }}
      onClose={() => {
        reset();
        onClose();
      }}
    />
  );
}
