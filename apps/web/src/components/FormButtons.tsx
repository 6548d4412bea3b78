'use client';

import { Button, useWords } from '@wellpulse/ui';

export interface FormButtonsProps {
  /** The form that the second button submits: it stands elsewhere in the dialog. */
  readonly formId: string;
  readonly submitLabel: string;
  readonly saving: boolean;
  readonly disabled?: boolean;
  readonly cancelLabel?: string;
  readonly onCancel: () => void;
}

/** The end of a dialog or drawer that holds a form. */
export function FormButtons({
  formId,
  submitLabel,
  saving,
  disabled = false,
  cancelLabel,
  onCancel,
}: FormButtonsProps) {
  const { listWords } = useWords();
  return (
    <>
      <Button onClick={onCancel}>{cancelLabel ?? listWords.cancel}</Button>
      <Button type="submit" form={formId} variant="primary" loading={saving} disabled={disabled}>
        {submitLabel}
      </Button>
    </>
  );
}
