'use client';

import { retryWords, SIGN_IN_BOXES, useCountdown, type SignInText } from '@wellpulse/forms';
import { Button, Field, FormAlert, Input, SecretInput } from '@wellpulse/ui';
import type { ChangeEvent } from 'react';
import { words } from '../../lib/language.ts';
import { useIsHydrated } from '../../lib/use-is-hydrated.ts';
import { useSignInForm } from './use-sign-in-form.ts';

const { sessionWords } = words;

export interface SignInFormProps {
  readonly initial: Pick<SignInText, 'tenant' | 'email'>;
  /** The person is known: only the password is asked for. */
  readonly onlyPassword?: boolean;
  readonly onSignedIn: () => void;
}

/** The boxes keep their texts themselves, and tell the form: what is typed while the page's programs still load stays. */
export function SignInForm({ initial, onlyPassword = false, onSignedIn }: SignInFormProps) {
  const isHydrated = useIsHydrated();
  const form = useSignInForm(onlyPassword ? ['password'] : ['tenant', 'email', 'password'], initial);
  const wait = useCountdown(form.secondsToWait);
  const problem = form.error(words);

  const submit = async (element: HTMLFormElement) => {
    form.type(typedIn(element));
    if ((await form.submit(words)) !== null) onSignedIn();
  };
  const onChange = ({ target: { name, value } }: ChangeEvent<HTMLInputElement>) => {
    form.type({ [name]: value });
  };

  return (
    <form
      noValidate
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
      className="flex flex-col gap-4"
    >
      {!onlyPassword && (
        <>
          <Field
            label={sessionWords.tenant}
            hint={sessionWords.tenantHint}
            error={form.errorOf(words, 'tenant')}
          >
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
          <Field label={sessionWords.email} error={form.errorOf(words, 'email')}>
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
      <Field label={sessionWords.password} error={form.errorOf(words, 'password')}>
        <SecretInput
          name="password"
          onChange={onChange}
          autoComplete="current-password"
          autoFocus={onlyPassword}
        />
      </Field>
      {problem !== undefined && <FormAlert>{problem}</FormAlert>}
      <Button
        type="submit"
        variant="primary"
        size="lg"
        loading={form.isBusy}
        disabled={wait > 0 || !isHydrated}
      >
        {wait > 0 ? retryWords(words, wait) : sessionWords.signIn}
      </Button>
    </form>
  );
}

function typedIn(element: HTMLFormElement): Partial<SignInText> {
  const typed = new FormData(element);
  return Object.fromEntries(
    SIGN_IN_BOXES.flatMap((box) => {
      const text = typed.get(box);
      return typeof text === 'string' ? [[box, text]] : [];
    }),
  );
}
