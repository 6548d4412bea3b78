'use client';

import { ROLES, type User } from '@wellpulse/contracts';
import {
  Dialog,
  Field,
  FormRefusal,
  Input,
  SecretInput,
  Select,
  toast,
  useFirstInvalid,
} from '@wellpulse/ui';
import { useId } from 'react';
import { FormButtons } from '../../components/FormButtons.tsx';
import { office, words } from '../../lib/language.ts';
import { useUserForm } from './use-user-form.ts';

const texts = office.users;

export interface UserFormDialogProps {
  /** Null adds a new one. */
  readonly user: User | null;
  readonly onClose: () => void;
}

export function UserFormDialog({ user, onClose }: UserFormDialogProps) {
  const formId = useId();
  const form = useUserForm(user);
  const ref = useFirstInvalid(form.refusals);
  const { text } = form;
  const box = (name: 'name' | 'email') => ({
    autoComplete: 'off',
    value: text[name],
    onChange: (event: { target: { value: string } }) => {
      form.type({ [name]: event.target.value });
    },
  });
  const submit = async () => {
    const saved = await form.submit(words);
    if (saved === null) return;
    toast.success(user === null ? texts.added(saved.name) : texts.changed(saved.name));
    onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={user === null ? texts.add : texts.editOf(user.name)}
      footer={
        <FormButtons
          formId={formId}
          submitLabel={user === null ? texts.add : texts.save}
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
        <Field label={words.fieldLabel('user', 'name')} required error={form.errorOf(words, 'name')}>
          <Input {...box('name')} autoFocus />
        </Field>
        <Field label={words.fieldLabel('user', 'email')} required error={form.errorOf(words, 'email')}>
          <Input {...box('email')} type="email" />
        </Field>
        <Field
          label={words.fieldLabel('user', 'role')}
          hint={words.roleDescriptions[text.role]}
          error={form.errorOf(words, 'role')}
        >
          <Select
            value={text.role}
            options={ROLES.map((option) => ({ value: option, label: words.roleNames[option] }))}
            onValueChange={(role) => {
              form.type({ role });
            }}
          />
        </Field>
        {user === null && (
          <Field
            label={texts.firstPassword}
            required
            hint={texts.passwordHint}
            error={form.errorOf(words, 'password')}
          >
            <SecretInput
              autoComplete="new-password"
              value={text.password}
              onChange={(event) => {
                form.type({ password: event.target.value });
              }}
            />
          </Field>
        )}
        <FormRefusal form={form} />
      </form>
    </Dialog>
  );
}
