/** Of this phone's settings: opening it by a finger or a face, which a person turns on by their PIN (ADR 118). */
import { retryWords, UnlockForm, useCountdown, useObserved, useWords } from '@wellpulse/forms';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/lists/Card.tsx';
import { Notice } from '../../components/Notice.tsx';
import { SecretBox } from '../../components/inputs/SecretBox.tsx';
import { quickStore } from '../../data/lock/quick-opening.ts';
import { usePhone } from '../../lib/phone-context.tsx';
import { readAgain, useRead } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import type { BiometricKind } from '../../native/ports.ts';

/** Draws nothing where the phone knows no finger and no face. */
export function QuickCard() {
  const { lockWords } = useWords();
  const { quick } = usePhone();
  const { person } = useSession();
  const kind = useRead(['quick-kind'], () => quick.kind());
  const isOn = useRead(['quick-on', person.id], async () => quick.has(person.id));
  const [isAsking, setAsking] = useState(false);
  const [isNotOn, setNotOn] = useState(false);
  if (kind === undefined || kind === null || isOn === undefined) return null;
  return (
    <Card
      title={lockWords.quick.title[kind]}
      about={isOn ? lockWords.quick.isOn : lockWords.quick.about[kind]}
    >
      {isNotOn && <Notice alert text={lockWords.quick.notOn} />}
      {isOn ? (
        <Button
          label={lockWords.quick.turnOff[kind]}
          onPress={() => void quick.turnOff(person.id).then(readAgain)}
        />
      ) : isAsking ? (
        <PinOnce
          kind={kind}
          onDone={(isOnNow) => {
            setAsking(false);
            setNotOn(!isOnNow);
            void readAgain();
          }}
        />
      ) : (
        <Button
          label={lockWords.quick.turnOn[kind]}
          onPress={() => {
            setAsking(true);
            setNotOn(false);
          }}
        />
      )}
    </Card>
  );
}

interface PinOnceProps {
  readonly kind: BiometricKind;
  readonly onDone: (isOn: boolean) => void;
}

function PinOnce({ kind, onDone }: PinOnceProps) {
  const words = useWords();
  const phone = usePhone();
  const { person } = useSession();
  const [form] = useState(
    () =>
      new UnlockForm(quickStore(phone, words.lockWords.quick.question(person.name)), [person], () =>
        performance.now(),
      ),
  );
  useObserved(form, () => form.revision, 0);
  const wait = useCountdown(form.secondsToWait);

  const submit = async () => {
    const answer = await form.submit();
    if (answer !== null) onDone(answer.isOn);
  };

  return (
    <>
      <SecretBox
        label={words.lockWords.quick.pinOnce}
        value={form.secret}
        error={form.error(words)}
        autoFocus
        autoComplete="off"
        inputMode="numeric"
        returnKeyType="go"
        onChangeText={(text) => {
          form.type(text);
        }}
        onSubmitEditing={() => void submit()}
      />
      <Button
        kind="PRIMARY"
        label={wait > 0 ? retryWords(words, wait) : words.lockWords.quick.turnOn[kind]}
        busy={form.isOpening}
        disabled={wait > 0}
        onPress={() => void submit()}
      />
    </>
  );
}
