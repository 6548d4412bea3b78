/** A person's sign-in on this laptop. It needs a network; after it their PIN is enough. */
import { Button, Field, Input, useWords } from '@wellpulse/ui';
import { useState, type SubmitEvent } from 'react';
import type { Start } from '../../../shared/bridge/program.ts';
import { Notice } from '../../components/Notice.tsx';
import { call, problemSentence } from '../../lib/bridge.ts';

export interface SignInProps {
  readonly start: Pick<Start, 'server' | 'tenant' | 'company' | 'hasKeyStore' | 'people'>;
  /** Of a person whom the laptop knows, and who chooses a new PIN; null for somebody new. */
  readonly email: string | null;
  readonly onOpen: () => void;
}

/** What a person types. The laptop knows the rest once it is registered. */
export function SignIn({ start, email, onOpen }: SignInProps) {
  const words = useWords();
  const { deskWords, fieldWords, sessionWords } = words;
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const { server, tenant, hasKeyStore } = start;
  const isRegistered = start.company !== null;

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const textOf = (name: string): string => {
      const text = typed.get(name);
      return typeof text === 'string' ? text.trim() : '';
    };
    setSending(true);
    setProblem(null);
    try {
      await call('people.signIn', {
        server: isRegistered && server !== null ? server : textOf('server'),
        tenant: isRegistered && tenant !== null ? tenant : textOf('tenant'),
        email: email ?? textOf('email'),
        password: textOf('password'),
        deviceName: isRegistered ? null : textOf('deviceName'),
        secret: textOf('secret'),
      });
      onOpen();
    } catch (error) {
      setProblem(problemSentence(words, error));
    } finally {
      setSending(false);
    }
  };

  return (
    <form className="flex flex-col gap-5" onSubmit={(event) => void submit(event)}>
      <p className="text-lg text-ink-muted">
        {email === null ? fieldWords.firstSignIn : deskWords.forgottenHint}
      </p>
      {!isRegistered && (
        <>
          <Field label={fieldWords.server} hint={fieldWords.serverHint} required>
            <Input name="server" type="url" inputMode="url" defaultValue={server ?? ''} autoFocus />
          </Field>
          <Field label={sessionWords.tenant} hint={sessionWords.tenantHint} required>
            <Input name="tenant" autoCapitalize="none" defaultValue={tenant ?? ''} />
          </Field>
        </>
      )}
      {email === null ? (
        <Field label={sessionWords.email} required>
          <Input name="email" type="email" autoComplete="username" autoFocus={isRegistered} />
        </Field>
      ) : (
        <p className="text-xl font-semibold">{email}</p>
      )}
      <Field label={sessionWords.password} required>
        <Input name="password" type="password" autoComplete="current-password" autoFocus={email !== null} />
      </Field>
      {!isRegistered && (
        <Field label={fieldWords.deviceName} hint={fieldWords.deviceNameHint} required>
          <Input name="deviceName" />
        </Field>
      )}
      <Field
        label={hasKeyStore ? fieldWords.pin : deskWords.passphrase}
        hint={hasKeyStore ? fieldWords.pinHint : deskWords.passphraseHint}
        required
      >
        <Input name="secret" type="password" autoComplete="new-password" />
      </Field>
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      <Button type="submit" variant="primary" size="field" loading={isSending}>
        {sessionWords.signIn}
      </Button>
    </form>
  );
}
