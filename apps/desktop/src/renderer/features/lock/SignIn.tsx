/** A person's sign-in on this laptop. It needs a network; after it their PIN is enough. */
import { retryWords, SignInForm, useCountdown, useObserved, type SignInBox } from '@wellpulse/forms';
import { Button, Field, Input, SecretInput, useFirstInvalid, useWords } from '@wellpulse/ui';
import { useState, type ChangeEvent } from 'react';
import type { Start } from '../../../shared/bridge/program.ts';
import { Notice } from '../../components/Notice.tsx';
import { signInStore } from '../../lib/session-stores.ts';
import { ScanCode } from './ScanCode.tsx';

export interface SignInProps {
  readonly start: Pick<Start, 'server' | 'tenant' | 'company' | 'hasKeyStore' | 'people'>;
  /** Of a person whom the laptop knows, and who chooses a new PIN; null for somebody new. */
  readonly email: string | null;
  /** What surrounds it says already why they sign in. */
  readonly isExplained?: boolean;
  readonly onOpen: () => void;
}

const UNREGISTERED = ['server', 'tenant', 'deviceName'] as const;

/** What a person types. The laptop knows the rest once it is registered. */
export function SignIn({ start, email, isExplained = false, onOpen }: SignInProps) {
  const words = useWords();
  const { deskWords, fieldWords, sessionWords } = words;
  const { server, tenant, hasKeyStore } = start;
  const isRegistered = start.company !== null;
  const [form] = useState(
    () =>
      new SignInForm({
        store: signInStore(isRegistered),
        asks: [
          ...(isRegistered ? [] : UNREGISTERED),
          ...(email === null ? (['email'] as const) : []),
          'password',
          'secret',
        ],
        known: { server: server ?? '', tenant: tenant ?? '', email: email ?? '' },
        elapsed: () => performance.now(),
      }),
  );
  useObserved(form, () => form.revision, 0);
  const ref = useFirstInvalid(form.tries);
  const wait = useCountdown(form.secondsToWait);
  const problem = form.error(words);
  const box = (name: SignInBox) => ({
    name,
    value: form.text[name],
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => {
      form.type({ [name]: target.value });
    },
  });

  const submit = async () => {
    if ((await form.submit(words)) !== null) onOpen();
  };

  return (
    <form
      ref={ref}
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {!isExplained && (
        <p className="text-lg text-ink-muted">
          {email === null ? fieldWords.firstSignIn : deskWords.forgottenHint}
        </p>
      )}
      {!isRegistered && (
        <>
          <Field
            label={fieldWords.server}
            hint={fieldWords.serverHint}
            error={form.errorOf(words, 'server')}
            required
          >
            <Input {...box('server')} inputMode="url" autoCapitalize="none" spellCheck={false} autoFocus />
          </Field>
          <ScanCode
            onFound={(found) => {
              form.type(found);
            }}
          />
          <Field
            label={sessionWords.tenant}
            hint={sessionWords.tenantHint}
            error={form.errorOf(words, 'tenant')}
            required
          >
            <Input {...box('tenant')} autoCapitalize="none" spellCheck={false} />
          </Field>
        </>
      )}
      {email === null ? (
        <Field label={sessionWords.email} error={form.errorOf(words, 'email')} required>
          <Input {...box('email')} type="email" autoComplete="username" autoFocus={isRegistered} />
        </Field>
      ) : (
        <p className="text-xl font-semibold">{email}</p>
      )}
      <Field label={sessionWords.password} error={form.errorOf(words, 'password')} required>
        <SecretInput {...box('password')} autoComplete="current-password" autoFocus={email !== null} />
      </Field>
      {!isRegistered && (
        <Field
          label={fieldWords.deviceName}
          hint={fieldWords.deviceNameHint}
          error={form.errorOf(words, 'deviceName')}
          required
        >
          <Input {...box('deviceName')} />
        </Field>
      )}
      <Field
        label={hasKeyStore ? fieldWords.pin : deskWords.passphrase}
        hint={hasKeyStore ? fieldWords.pinHint : deskWords.passphraseHint}
        error={form.errorOf(words, 'secret')}
        required
      >
        <SecretInput {...box('secret')} autoComplete="new-password" />
      </Field>
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
      <Button type="submit" variant="primary" size="field" loading={form.isBusy} disabled={wait > 0}>
        {wait > 0 ? retryWords(words, wait) : sessionWords.signIn}
      </Button>
    </form>
  );
}
