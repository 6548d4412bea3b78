'use client';

import { ROLES, userCreateSchema, userUpdateSchema, type Role, type User } from '@wellpulse/contracts';
import { Dialog, Field, Input, Select, toast } from '@wellpulse/ui';
import { useId, useState } from 'react';
import { FormButtons } from '../../components/FormButtons.tsx';
import { FormProblem } from '../../components/FormProblem.tsx';
import { formMessages, NO_MESSAGES } from '../../lib/form-messages.ts';
import { office, words } from '../../lib/language.ts';
import { fieldMessages, problemSentence } from '../../lib/problem-words.ts';
import { PasswordField } from './PasswordField.tsx';
import { useCreateUser, useUpdateUser } from '../../queries/user-queries.ts';

const texts = office.users;

export interface UserFormDialogProps {
  /** Null adds a new one. */
  readonly user: User | null;
  readonly onClose: () => void;
}

export function UserFormDialog({ user, onClose }: UserFormDialogProps) {
  const formId = useId();
  const [name, setName] = useState(user?.name ?? '');
  const [email, setEmail] = useState(user?.email ?? '');
  const [role, setRole] = useState<Role>(user?.role ?? 'OPERATOR');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState(NO_MESSAGES);
  const create = useCreateUser();
  const update = useUpdateUser();
  const error = create.error ?? update.error;
  const refused = fieldMessages(words, error);
  const messages = { ...wrong, ...refused };

  const onSuccess = (saved: User) => {
    toast.success(user === null ? texts.added(saved.name) : texts.changed(saved.name));
    onClose();
  };
  const submit = () => {
    if (user === null) {
      const parsed = userCreateSchema.safeParse({ name, email, role, password });
      setWrong(parsed.success ? NO_MESSAGES : formMessages(parsed.error));
      if (parsed.success) create.mutate(parsed.data, { onSuccess });
      return;
    }
    const parsed = userUpdateSchema.safeParse({ name, email, role, version: user.version });
    setWrong(parsed.success ? NO_MESSAGES : formMessages(parsed.error));
    if (parsed.success) update.mutate({ userId: user.id, body: parsed.data }, { onSuccess });
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
          saving={create.isPending || update.isPending}
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
          submit();
        }}
      >
        <Field label={words.fieldLabel('user', 'name')} required error={messages.name}>
          <Input
            autoFocus
            autoComplete="off"
            value={name}
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
        </Field>
        <Field label={words.fieldLabel('user', 'email')} required error={messages.email}>
          <Input
            type="email"
            autoComplete="off"
            value={email}
            onChange={(event) => {
              setEmail(event.target.value);
            }}
          />
        </Field>
        <Field
          label={words.fieldLabel('user', 'role')}
          hint={words.roleDescriptions[role]}
          error={messages.role}
        >
          <Select
            value={role}
            options={ROLES.map((option) => ({ value: option, label: words.roleNames[option] }))}
            onValueChange={setRole}
          />
        </Field>
        {user === null && (
          <PasswordField
            label={texts.firstPassword}
            value={password}
            onValueChange={setPassword}
            error={messages.password}
          />
        )}
        {error !== null && Object.keys(refused).length === 0 && (
          <FormProblem>{problemSentence(words, error)}</FormProblem>
        )}
      </form>
    </Dialog>
  );
}
