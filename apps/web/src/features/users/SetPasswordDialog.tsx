'use client';

import { newPasswordSchema, type User } from '@wellpulse/contracts';
import { Dialog, toast } from '@wellpulse/ui';
import { useId, useState } from 'react';
import { office, words } from '../../lib/language.ts';
import { FormButtons } from '../../components/FormButtons.tsx';
import { FormProblem } from '../../components/FormProblem.tsx';
import { fieldMessages, problemSentence } from '../../lib/problem-words.ts';
import { PasswordField } from './PasswordField.tsx';
import { useUpdateUser } from '../../queries/user-queries.ts';

const texts = office.users;

export function SetPasswordDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const formId = useId();
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const { mutate, isPending, error } = useUpdateUser();
  const refused = fieldMessages(words, error).password;
  const submit = () => {
    const parsed = newPasswordSchema.safeParse(password);
    setWrong(parsed.error?.issues[0]?.message);
    if (!parsed.success) return;
    mutate(
      { userId: user.id, body: { password, version: user.version } },
      {
        onSuccess: () => {
          toast.success(texts.passwordSet(user.name));
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
      title={texts.setPassword}
      description={texts.setPasswordAbout(user.name)}
      footer={
        <FormButtons formId={formId} submitLabel={texts.setPassword} saving={isPending} onCancel={onClose} />
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
        <PasswordField
          label={texts.newPassword}
          autoFocus
          value={password}
          onValueChange={setPassword}
          error={wrong ?? refused}
        />
        {error !== null && refused === undefined && (
          <FormProblem>{problemSentence(words, error)}</FormProblem>
        )}
      </form>
    </Dialog>
  );
}
