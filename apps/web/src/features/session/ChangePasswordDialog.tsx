'use client';

import { endpoints, newPasswordSchema } from '@wellpulse/contracts';
import { useMutation } from '@tanstack/react-query';
import { Dialog, Field, Input, toast } from '@wellpulse/ui';
import { useId, useState } from 'react';
import { words } from '../../lib/language.ts';
import { FormButtons } from '../../components/FormButtons.tsx';
import { FormProblem } from '../../components/FormProblem.tsx';
import { problemOf, request } from '../../lib/api.ts';
import { fieldMessages, problemSentence } from '../../lib/problem-words.ts';

const { sessionWords } = words;

interface ChangePasswordDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function ChangePasswordDialog({ open, onOpenChange }: ChangePasswordDialogProps) {
  const formId = useId();
  const [isPending, setIsPending] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="sm"
      title={sessionWords.changePassword}
      description={sessionWords.othersEnd}
      footer={
        <FormButtons
          formId={formId}
          submitLabel={sessionWords.changePassword}
          saving={isPending}
          onCancel={() => {
            onOpenChange(false);
          }}
        />
      }
    >
      <ChangePasswordForm
        id={formId}
        onPending={setIsPending}
        onDone={() => {
          onOpenChange(false);
          toast.success(sessionWords.passwordChanged);
        }}
      />
    </Dialog>
  );
}

interface ChangePasswordFormProps {
  readonly id: string;
  readonly onPending: (isPending: boolean) => void;
  readonly onDone: () => void;
}

function ChangePasswordForm({ id, onPending, onDone }: ChangePasswordFormProps) {
  const [values, setValues] = useState({ currentPassword: '', newPassword: '' });
  const [wrong, setWrong] = useState<{ newPassword?: string }>({});
  const { mutate, error } = useMutation({
    mutationFn: (body: typeof values) => request(endpoints.auth.changePassword, { body }),
    onMutate: () => {
      onPending(true);
    },
    onSettled: () => {
      onPending(false);
    },
    onSuccess: onDone,
  });
  const refused: Readonly<Record<string, string>> = fieldMessages(words, error);
  const isCurrentWrong = problemOf(error)?.code === 'INVALID_CREDENTIALS';

  const submit = () => {
    const parsed = newPasswordSchema.safeParse(values.newPassword);
    const message = parsed.error?.issues[0]?.message;
    setWrong(message === undefined ? {} : { newPassword: message });
    if (parsed.success) mutate(values);
  };

  return (
    <form
      id={id}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field
        label={sessionWords.currentPassword}
        error={isCurrentWrong ? sessionWords.notYourPassword : refused.currentPassword}
      >
        <Input
          type="password"
          autoComplete="current-password"
          value={values.currentPassword}
          onChange={(event) => {
            setValues({ ...values, currentPassword: event.target.value });
          }}
        />
      </Field>
      <Field
        label={sessionWords.newPassword}
        hint={sessionWords.newPasswordHint}
        error={wrong.newPassword ?? refused.newPassword}
      >
        <Input
          type="password"
          autoComplete="new-password"
          value={values.newPassword}
          onChange={(event) => {
            setValues({ ...values, newPassword: event.target.value });
          }}
        />
      </Field>
      {error !== null && !isCurrentWrong && Object.keys(refused).length === 0 && (
        <FormProblem>{problemSentence(words, error)}</FormProblem>
      )}
    </form>
  );
}
