/** The first sign-in of a person on this laptop. It needs a network; after it their PIN is enough. */
import { Button, Field, Input, useWords } from '@wellpulse/ui';
import { useState, type SubmitEvent } from 'react';
import type { Start } from '../../../shared/bridge/program.ts';
import { call, problemSentence } from '../../lib/bridge.ts';

const FIELDS = ['server', 'tenant', 'email', 'password', 'deviceName', 'secret'] as const;

export function SignIn({ start, onOpen }: { readonly start: Start; readonly onOpen: () => void }) {
  const words = useWords();
  const { fieldWords, sessionWords } = words;
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const textOf = (name: (typeof FIELDS)[number]): string => {
      const text = typed.get(name);
      return typeof text === 'string' ? text.trim() : '';
    };
    setSending(true);
    setProblem(null);
    try {
      await call('people.signIn', {
        server: textOf('server'),
        tenant: textOf('tenant'),
        email: textOf('email'),
        password: textOf('password'),
        deviceName: textOf('deviceName'),
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
      <p className="text-ink-muted">{fieldWords.firstSignIn}</p>
      <Field label={fieldWords.server} hint={fieldWords.serverHint} required>
        <Input name="server" type="url" inputMode="url" defaultValue={start.server ?? ''} autoFocus />
      </Field>
      <Field label={sessionWords.tenant} hint={sessionWords.tenantHint} required>
        <Input name="tenant" autoCapitalize="none" defaultValue={start.tenant ?? ''} />
      </Field>
      <Field label={sessionWords.email} required>
        <Input name="email" type="email" autoComplete="username" />
      </Field>
      <Field label={sessionWords.password} required>
        <Input name="password" type="password" autoComplete="current-password" />
      </Field>
      <Field label={fieldWords.deviceName} hint={fieldWords.deviceNameHint} required>
        <Input name="deviceName" />
      </Field>
      <Field label={fieldWords.pin} hint={fieldWords.pinHint} required>
        <Input name="secret" type="password" autoComplete="new-password" />
      </Field>
      {problem !== null && (
        <p role="alert" className="rounded-md bg-bad-soft px-4 py-3 text-bad">
          {problem}
        </p>
      )}
      <Button type="submit" variant="primary" size="field" loading={isSending}>
        {sessionWords.signIn}
      </Button>
    </form>
  );
}
