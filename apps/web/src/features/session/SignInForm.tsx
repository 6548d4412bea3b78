'use client';

import { endpoints } from '@wellpulse/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Field, Input, FormAlert } from '@wellpulse/ui';
import { useState } from 'react';
import { words } from '../../lib/language.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { useIsHydrated } from '../../lib/use-is-hydrated.ts';
import { useCountdown } from './use-countdown.ts';
import { signIn, type Credentials } from '../../queries/session-queries.ts';
import { ProblemError } from '../../lib/api.ts';

const { sessionWords } = words;

export interface SignInFormProps {
  readonly initial: Omit<Credentials, 'password'>;
  /** The person is known: only the password is asked for. */
  readonly onlyPassword?: boolean;
  readonly onSignedIn: () => void;
}

const schema = endpoints.auth.login.body;
type Missing = Partial<Record<keyof Credentials, string>>;

/** The boxes keep their texts themselves: what is typed while the page's programs still load stays. */
export function SignInForm({ initial, onlyPassword = false, onSignedIn }: SignInFormProps) {
  const isHydrated = useIsHydrated();
  const [wrong, setWrong] = useState<Missing>({});
  const { mutate, reset, isPending, isSuccess, error } = useMutation({
    mutationFn: signIn,
    onSuccess: onSignedIn,
  });
  const wait = useCountdown(error instanceof ProblemError ? error.retryAfterSeconds : null, error);

  const submit = (form: HTMLFormElement) => {
    const values = { ...initial, password: '', ...Object.fromEntries(new FormData(form)) };
    const parsed = schema.safeParse(values);
    const found = parsed.success ? {} : wordsFor(values);
    setWrong(found);
    if (parsed.success) mutate(parsed.data);
  };
  // Somebody who has to wait may give another name.
  const onChange = () => {
    if (error !== null) reset();
  };

  return (
    <form
      noValidate
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
      className="flex flex-col gap-4"
    >
      {!onlyPassword && (
        <>
          <Field label={sessionWords.tenant} hint={sessionWords.tenantHint} error={wrong.tenant}>
            <Input
              name="tenant"
              defaultValue={initial.tenant}
              onChange={onChange}
              autoComplete="organization"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus={initial.tenant === ''}
            />
          </Field>
          <Field label={sessionWords.email} error={wrong.email}>
            <Input
              name="email"
              defaultValue={initial.email}
              onChange={onChange}
              type="email"
              autoComplete="username"
              autoCapitalize="none"
              autoFocus={initial.tenant !== ''}
            />
          </Field>
        </>
      )}
      <Field label={sessionWords.password} error={wrong.password}>
        <Input
          name="password"
          onChange={onChange}
          type="password"
          autoComplete="current-password"
          autoFocus={onlyPassword}
        />
      </Field>
      {error !== null && <FormAlert>{problemSentence(words, error)}</FormAlert>}
      <Button
        type="submit"
        variant="primary"
        size="lg"
        loading={isPending || isSuccess}
        disabled={wait > 0 || !isHydrated}
      >
        {wait > 0 ? retryWords(wait) : sessionWords.signIn}
      </Button>
    </form>
  );
}

const retryWords = (seconds: number): string =>
  seconds < 90 ? sessionWords.retryInSeconds(seconds) : sessionWords.retryInMinutes(Math.ceil(seconds / 60));

/** Says which field to look at, without saying what exists. */
function wordsFor({ tenant, email, password }: Credentials): Missing {
  return {
    ...(schema.shape.tenant.safeParse(tenant).success
      ? {}
      : {
          tenant: tenant.trim() === '' ? sessionWords.tenantMissing : sessionWords.tenantNotValid,
        }),
    ...(schema.shape.email.safeParse(email).success
      ? {}
      : { email: email.trim() === '' ? sessionWords.emailMissing : sessionWords.emailNotValid }),
    ...(password === '' ? { password: sessionWords.passwordMissing } : {}),
  };
}
