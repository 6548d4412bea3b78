/** Opens the phone for somebody who signed in here before: their name, then their PIN or passphrase. */
import { retryWords, UnlockForm, useCountdown, useObserved, useWords } from '@wellpulse/forms';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { SecretBox } from '../../components/inputs/SecretBox.tsx';
import { Title } from '../../components/Words.tsx';
import { QuickOpening } from '../../data/lock/quick-opening.ts';
import { phoneUnlockStore } from '../../data/sign-in-stores.ts';
import { usePhone } from '../../lib/phone-context.tsx';
import { useRead } from '../../lib/reads.ts';
import { LEAST_PASSPHRASE } from './least-passphrase.ts';
import { QuickOpen } from './QuickOpen.tsx';

export interface UnlockProps {
  readonly people: readonly { readonly id: string; readonly name: string; readonly email: string }[];
  /** Whether the app has just been started: the phone asks for a finger or a face without being pressed. */
  readonly isStart: boolean;
  readonly onOpen: () => void;
  readonly onForgotten: (email: string) => void;
}

export function Unlock({ people, isStart, onOpen, onForgotten }: UnlockProps) {
  const words = useWords();
  const phone = usePhone();
  const { fieldWords, deskWords, phoneWords } = words;
  const [form] = useState(() => new UnlockForm(phoneUnlockStore(phone), people, () => performance.now()));
  useObserved(form, () => form.revision, 0);
  const wait = useCountdown(form.secondsToWait);
  const chosen = people.find(({ id }) => id === form.userId);
  const [opening] = useState(() => new QuickOpening(phone));
  const kind = useRead(['quick', form.userId], async () =>
    form.userId !== null && phone.quick.has(form.userId) ? phone.quick.kind() : null,
  );
  const isPin = phone.leastSecret < LEAST_PASSPHRASE;

  const submit = async () => {
    if ((await form.submit()) !== null) onOpen();
  };

  if (chosen === undefined) {
    return (
      <>
        <Title level={2}>{fieldWords.whoAreYou}</Title>
        {people.map(({ id, name }) => (
          <Button
            key={id}
            label={name}
            onPress={() => {
              form.choose(id);
            }}
          />
        ))}
      </>
    );
  }
  if (kind === undefined) return null;
  return (
    <>
      <Title level={2}>{chosen.name}</Title>
      <QuickOpen person={chosen} kind={kind} opening={opening} asksAtOnce={isStart} onOpen={onOpen} />
      <SecretBox
        label={isPin ? fieldWords.pin : deskWords.passphrase}
        value={form.secret}
        error={form.error(words)}
        autoFocus={kind === null}
        autoComplete="off"
        inputMode={isPin ? 'numeric' : 'text'}
        returnKeyType="go"
        onChangeText={(text) => {
          form.type(text);
        }}
        onSubmitEditing={() => void submit()}
      />
      <Button
        kind={kind === null ? 'PRIMARY' : 'PLAIN'}
        label={wait > 0 ? retryWords(words, wait) : fieldWords.unlock}
        busy={form.isOpening}
        disabled={wait > 0}
        onPress={() => void submit()}
      />
      {people.length > 1 && (
        <Button
          label={fieldWords.notYou}
          onPress={() => {
            form.choose(null);
          }}
        />
      )}
      <Button
        label={isPin ? deskWords.forgotten : phoneWords.forgotten}
        onPress={() => {
          onForgotten(chosen.email);
        }}
      />
    </>
  );
}
