'use client';

import { alertAcknowledgeSchema } from '@wellpulse/contracts';
import { Dialog, Field, ProductMark, TextArea, toast, useWords } from '@wellpulse/ui';
import { useId, useState } from 'react';
import { FormButtons } from '../../components/FormButtons.tsx';
import { FormProblem } from '../../components/FormProblem.tsx';
import { problemSentence } from '../../lib/problem-words.ts';
import { AlertChange } from './AlertChange.tsx';
import { useAcknowledge } from '../../queries/alert-queries.ts';
import type { AlertGroup } from './group-alerts.ts';

export interface AcknowledgeDialogProps {
  /** Of one well and one day; at least one. */
  readonly group: Omit<AlertGroup, 'id'>;
  readonly onClose: () => void;
}

/** Says that alerts have been seen, with a word on why if there is one. */
export function AcknowledgeDialog({ group, onClose }: AcknowledgeDialogProps) {
  const words = useWords();
  const { alertTexts, fieldLabel } = words;
  const formId = useId();
  const [comment, setComment] = useState('');
  const { mutate, isPending, error } = useAcknowledge();
  const parsed = alertAcknowledgeSchema.safeParse({ comment: comment.trim() === '' ? null : comment });
  const submit = () => {
    if (!parsed.success) return;
    mutate(
      { alertIds: group.alerts.map(({ id }) => id), comment: parsed.data.comment },
      {
        onSuccess: () => {
          toast.success(alertTexts.acknowledgedAt(group.wellName));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title={
        group.alerts.length === 1
          ? alertTexts.acknowledgeAlert
          : alertTexts.acknowledgeMany(group.alerts.length)
      }
      description={`${group.wellName}, ${words.formatDayFull(group.productionDate)}`}
      footer={
        <FormButtons
          formId={formId}
          submitLabel={alertTexts.acknowledge}
          saving={isPending}
          onCancel={onClose}
        />
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4 text-sm"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ul className="flex flex-col gap-1">
          {group.alerts.map((alert) => (
            <li key={alert.id} className="flex items-center gap-3">
              <ProductMark product={alert.product} className="w-16" />
              <AlertChange alert={alert} />
            </li>
          ))}
        </ul>
        <Field
          label={fieldLabel('alert', 'comment')}
          hint={alertTexts.commentHint}
          error={parsed.error?.issues[0]?.message}
        >
          <TextArea
            autoFocus
            value={comment}
            onChange={(event) => {
              setComment(event.target.value);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              submit();
            }}
          />
        </Field>
        {error !== null && <FormProblem>{problemSentence(words, error)}</FormProblem>}
      </form>
    </Dialog>
  );
}
