'use client';

import type { User } from '@wellpulse/contracts';
import { Dialog, Field, FormRefusal, SecretInput, toast } from '@wellpulse/ui';
import { useId } from 'react';
import { office, words } from '../../lib/language.ts';
import { FormButtons } from '../../components/FormButtons.tsx';
import { usePasswordForm } from './use-user-form.ts';

const texts = office.users;

export function SetPasswordDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const formId = useId();
  const form = usePasswordForm(user);
  const submit = async () => {
    const saved = await form.submit(words);
    if (saved === null) return;
    toast.success(texts.passwordSet(user.name));
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title={texts.setPassword}
      description={texts.setPasswordAbout(user.name)}
      footer={
        <FormButtons
          formId={formId}
          submitLabel={texts.setPassword}
          saving={form.isSaving}
          onCancel={onClose}
        />
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          label={texts.newPassword}
          required
          hint={texts.passwordHint}
          error={form.errorOf(words, 'password')}
        >
          <SecretInput
            autoComplete="new-password"
            autoFocus
            value={form.text.password}
            onChange={(event) => {
              form.type({ password: event.target.value });
            }}
          />
        </Field>
        <FormRefusal form={form} />
      </form>
    </Dialog>
  );
}
