'use client';

import { endpoints } from '@wellpulse/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Field, Input } from '@wellpulse/ui';
import { useState } from 'react';
import { problemSentence } from '../../lib/problem-words.ts';
import { FormProblem } from '../../components/FormProblem.tsx';
import { useCountdown } from './use-countdown.ts';
import { signIn, type Credentials } from '../../queries/session-queries.ts';
import { ProblemError } from '../../lib/api.ts';

export interface SignInFormProps {
  readonly initial: Omit<Credentials, 'password'>;
  /** The person is known: only the password is asked for. */
  readonly onlyPassword?: boolean;
  readonly onSignedIn: (credentials: Credentials) => void;
}

const schema = endpoints.auth.login.body;
type Missing = Partial<Record<keyof Credentials, string>>;

export function SignInForm({ initial, onlyPassword = false, onSignedIn }: SignInFormProps) {
  const [values, setValues] = useState<Credentials>({ ...initial, password: '' });
  const [wrong, setWrong] = useState<Missing>({});
  const { mutate, reset, isPending, isSuccess, error } = useMutation({
    mutationFn: signIn,
    onSuccess: () => {
      onSignedIn(values);
    },
  });
  const wait = useCountdown(error instanceof ProblemError ? error.retryAfterSeconds : null, error);

  const submit = () => {
    const parsed = schema.safeParse(values);
    const found = parsed.success ? {} : wordsFor(values);
    setWrong(found);
    if (parsed.success) mutate(parsed.data);
  };
  const bind = (name: keyof Credentials) => ({
    name,
    value: values[name],
    onChange: (event: { target: { value: string } }) => {
      setValues({ ...values, [name]: event.target.value });
      // Whoever has to wait may still be somebody else.
      if (error !== null) reset();
    },
  });

  return (
    <form
      noValidate
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="flex flex-col gap-4"
    >
      {!onlyPassword && (
        <>
          <Field label="Tenant" hint="The short name of your company here, such as acme" error={wrong.tenant}>
            <Input
              {...bind('tenant')}
              autoComplete="organization"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus={initial.tenant === ''}
            />
          </Field>
          <Field label="E-mail" error={wrong.email}>
            <Input
              {...bind('email')}
              type="email"
              autoComplete="username"
              autoCapitalize="none"
              autoFocus={initial.tenant !== ''}
            />
          </Field>
        </>
      )}
      <Field label="Password" error={wrong.password}>
        <Input
          {...bind('password')}
          type="password"
          autoComplete="current-password"
          autoFocus={onlyPassword}
        />
      </Field>
      {error !== null && <FormProblem>{problemSentence(error)}</FormProblem>}
      <Button type="submit" variant="primary" size="lg" loading={isPending || isSuccess} disabled={wait > 0}>
        {wait > 0 ? `Try again in ${waitTime(wait)}` : 'Sign in'}
      </Button>
    </form>
  );
}

const waitTime = (seconds: number) => (seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`);

/** Says which field to look at, without saying what exists. */
function wordsFor({ tenant, email, password }: Credentials): Missing {
  return {
    ...(schema.shape.tenant.safeParse(tenant).success
      ? {}
      : {
          tenant: tenant.trim() === '' ? 'Give the name of your tenant' : 'Letters, digits and dashes only',
        }),
    ...(schema.shape.email.safeParse(email).success
      ? {}
      : { email: email.trim() === '' ? 'Give your e-mail address' : 'This is not an e-mail address' }),
    ...(password === '' ? { password: 'Give your password' } : {}),
  };
}
