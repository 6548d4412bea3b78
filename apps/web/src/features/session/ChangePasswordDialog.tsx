'use client';

import { Dialog, Field, FormRefusal, SecretInput, toast, useFirstInvalid } from '@wellpulse/ui';
import { useId } from 'react';
import { words } from '../../lib/language.ts';
import { FormButtons } from '../../components/FormButtons.tsx';
import { useOwnPasswordForm } from './use-own-password-form.ts';

const { sessionWords } = words;

interface ChangePasswordDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Each time that it is opened, its boxes are empty. */
export const ChangePasswordDialog = ({ open, onOpenChange }: ChangePasswordDialogProps) =>
  open ? (
    <OpenDialog
      onClose={() => {
        onOpenChange(false);
      }}
    />
  ) : null;

function OpenDialog({ onClose }: { onClose: () => void }) {
  const formId = useId();
  const form = useOwnPasswordForm();
  const ref = useFirstInvalid(form.refusals);
  const { text } = form;
  const submit = async () => {
    if ((await form.submit(words)) === null) return;
    onClose();
    toast.success(sessionWords.passwordChanged);
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title={sessionWords.changePassword}
      description={sessionWords.othersEnd}
      footer={
        <FormButtons
          formId={formId}
          submitLabel={sessionWords.changePassword}
          saving={form.isSaving}
          onCancel={onClose}
        />
      }
    >
      <form
        ref={ref}
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field label={sessionWords.currentPassword} error={form.errorOf(words, 'currentPassword')}>
          <SecretInput
            autoComplete="current-password"
            value={text.currentPassword}
            onChange={(event) => {
              form.type({ currentPassword: event.target.value });
            }}
          />
        </Field>
        <Field
          label={sessionWords.newPassword}
          hint={sessionWords.newPasswordHint}
          error={form.errorOf(words, 'newPassword')}
        >
          <SecretInput
            autoComplete="new-password"
            value={text.newPassword}
            onChange={(event) => {
              form.type({ newPassword: event.target.value });
            }}
          />
        </Field>
        <FormRefusal form={form} />
      </form>
    </Dialog>
  );
}
