'use client';

import type { ConflictResolve } from '@wellpulse/contracts';
import type { ShownConflict } from '@wellpulse/domain';
import { MergeForm, useObserved } from '@wellpulse/forms';
import { useId, useState } from 'react';
import { Button } from '../../components/buttons/Button.tsx';
import { Dialog } from '../../components/overlays/Dialog.tsx';
import { FormAlert } from '../../forms/FormAlert.tsx';
import { useWords } from '../../lib/words-context.tsx';
import { MergeField } from './MergeField.tsx';

export interface MergeDialogProps {
  readonly conflict: ShownConflict;
  readonly saving: boolean;
  /** Why it was refused, in a sentence. */
  readonly problem?: string | undefined;
  /** What was refused, by `values.<field>`. */
  readonly refused?: Readonly<Record<string, string>> | undefined;
  readonly onSubmit: (decision: ConflictResolve) => void;
  readonly onClose: () => void;
}

/**
 * For each value one of the two sides, or another one.
 *
 * @example
 * <MergeDialog conflict={conflict} saving={false} onSubmit={merge} onClose={close} />
 */
export function MergeDialog({ conflict, saving, problem, refused, onSubmit, onClose }: MergeDialogProps) {
  const words = useWords();
  const { conflictTexts, controlTexts } = words;
  const formId = useId();
  const [form] = useState(() => new MergeForm(words, conflict));
  const draft = useObserved(form, () => form.draft, form.draft);
  const { merged } = form;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={conflictTexts.mergeTitle}
      description={words.conflictTitle(conflict)}
      footer={
        <>
          <Button onClick={onClose}>{controlTexts.cancel}</Button>
          <Button type="submit" form={formId} variant="primary" loading={saving}>
            {controlTexts.save}
          </Button>
        </>
      }
    >
      <form
        noValidate
        id={formId}
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (merged.ok) onSubmit(merged.decision);
        }}
      >
        {form.rows.map((row) => (
          <MergeField
            key={row.field}
            row={row}
            entry={draft[row.field] ?? { pick: 'EXISTING', text: '' }}
            error={merged.ok ? refused?.[`values.${row.field}`] : merged.errors[row.field]}
            onChange={(entry) => {
              form.change(row.field, entry);
            }}
          />
        ))}
        {problem !== undefined && <FormAlert>{problem}</FormAlert>}
      </form>
    </Dialog>
  );
}
