/** A person's sign-in on this phone. It needs a network; after it their PIN or passphrase is enough. */
import {
  retryWords,
  SignInForm,
  useCountdown,
  useObserved,
  useWords,
  type SignInBox,
} from '@wellpulse/forms';
import type { Words as WordsOfLanguage } from '@wellpulse/words';
import { useRef, useState } from 'react';
import { View, type TextInput, type TextInputProps } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { SecretBox } from '../../components/inputs/SecretBox.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { Words } from '../../components/Words.tsx';
import { phoneSignInStore } from '../../data/sign-in-stores.ts';
import { ownServer, ownTenant } from '../../native/own-server';
import { usePhone } from '../../lib/phone-context.tsx';
import { useShown } from '../../components/shown.tsx';
import { LEAST_PASSPHRASE } from './least-passphrase.ts';

export interface SignInProps {
  /** Of a person whom the phone knows, and who chooses a new PIN; null for somebody new. */
  readonly email: string | null;
  /** Of a phone that is registered; null for a new one. */
  readonly deviceName: string | null;
  readonly onOpen: () => void;
}

/** In a browser the app comes from the office's own server. */
const UNREGISTERED = ownServer() === null ? (['server', 'tenant'] as const) : (['tenant'] as const);

/** What a person types. The phone knows the rest once it is registered. */
export function SignIn({ email, deviceName, onOpen }: SignInProps) {
  const words = useWords();
  const phone = usePhone();
  const { office, leastSecret } = phone;
  const isRegistered = deviceName !== null;
  const [form] = useState(
    () =>
      new SignInForm({
        store: phoneSignInStore(phone),
        asks: [
          ...(isRegistered ? [] : UNREGISTERED),
          ...(email === null ? (['email'] as const) : []),
          'password',
          ...(isRegistered ? [] : (['deviceName'] as const)),
          'secret',
        ],
        known: {
          server: ownServer() ?? office.server ?? '',
          tenant: office.tenant ?? ownTenant() ?? '',
          email: email ?? '',
          deviceName: deviceName ?? '',
        },
        leastSecret,
        elapsed: () => performance.now(),
      }),
  );
  useObserved(form, () => form.revision, 0);
  const wait = useCountdown(form.secondsToWait);
  const boxes = useRef(new Map<SignInBox, TextInput>());
  const problem = form.error(words);
  const firstWrong = form.asks.find((box) => form.errorOf(words, box) !== undefined);
  // Its box may be in sight, and what is said below it not.
  const wrongPart = useShown(form.tries === 0 ? null : form.tries);
  const isPin = leastSecret < LEAST_PASSPHRASE;
  const { firstSignIn } = isPin ? words.fieldWords : words.phoneWords;

  const submit = async () => {
    if ((await form.submit(words)) !== null) {
      onOpen();
      return;
    }
    const wrong = form.asks.find((box) => form.errorOf(words, box) !== undefined);
    if (wrong !== undefined) boxes.current.get(wrong)?.focus();
  };

  return (
    <>
      <Words colour="ink-muted">{email === null ? firstSignIn : words.deskWords.forgottenHint}</Words>
      {email !== null && (
        <Words size="xl" bold>
          {email}
        </Words>
      )}
      {form.asks.map((box, place) => {
        const next = form.asks[place + 1];
        const Box = box === 'password' || box === 'secret' ? SecretBox : TextBox;
        return (
          <View key={box} ref={box === firstWrong ? wrongPart : undefined}>
            <Box
              {...KEYBOARDS[box]}
              {...labelsOf(words, isPin)[box]}
              ref={(input: TextInput | null) => {
                if (input !== null) boxes.current.set(box, input);
              }}
              value={form.text[box]}
              error={form.errorOf(words, box)}
              autoCorrect={false}
              submitBehavior="submit"
              returnKeyType={next === undefined ? 'go' : 'next'}
              onChangeText={(text) => {
                form.type({ [box]: text });
              }}
              onSubmitEditing={() => {
                if (next === undefined) void submit();
                else boxes.current.get(next)?.focus();
              }}
            />
          </View>
        );
      })}
      {problem !== undefined && <Notice tone="bad" alert text={problem} />}
      <Button
        kind="PRIMARY"
        label={wait > 0 ? retryWords(words, wait) : words.sessionWords.signIn}
        busy={form.isBusy}
        disabled={wait > 0}
        onPress={() => void submit()}
      />
    </>
  );
}

const labelsOf = (
  { fieldWords, sessionWords, deskWords, phoneWords }: WordsOfLanguage,
  isPin: boolean,
): Readonly<Record<SignInBox, { readonly label: string; readonly hint?: string }>> => ({
  server: { label: fieldWords.server, hint: fieldWords.serverHint },
  tenant: { label: sessionWords.tenant, hint: sessionWords.tenantHint },
  email: { label: sessionWords.email },
  password: { label: sessionWords.password },
  deviceName: { label: fieldWords.deviceName, hint: fieldWords.deviceNameHint },
  secret: isPin
    ? { label: fieldWords.pin, hint: fieldWords.pinHint }
    : { label: deskWords.passphrase, hint: phoneWords.passphraseHint },
});

const KEYBOARDS: Readonly<Record<SignInBox, TextInputProps>> = {
  server: { inputMode: 'url', autoCapitalize: 'none' },
  tenant: { autoCapitalize: 'none' },
  email: { inputMode: 'email', autoCapitalize: 'none', autoComplete: 'username' },
  password: { autoComplete: 'current-password' },
  deviceName: { autoCapitalize: 'words' },
  secret: { autoComplete: 'new-password' },
};
