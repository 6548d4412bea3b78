/** Opens the laptop for somebody who signed in here before: their name, then their PIN. */
import { retryWords, UnlockForm, useCountdown, useObserved } from '@wellpulse/forms';
import { Avatar, Button, cx, Field, SecretInput, useWords } from '@wellpulse/ui';
import { useRef, useState } from 'react';
import type { DeskPerson } from '../../../shared/bridge/people.ts';
import type { Start } from '../../../shared/bridge/program.ts';
import { unlockStore } from '../../lib/session-stores.ts';

/** So many names stand below each other on a small screen; more of them stand in two columns. */
const FEW = 3;

export interface UnlockProps {
  readonly people: Start['people'];
  readonly hasKeyStore: boolean;
  readonly onOpen: () => void;
  /** Null where nobody can sign in before somebody has opened the data. */
  readonly onForgotten: ((email: string) => void) | null;
  /** Null where nobody can. */
  readonly onSomebodyElse: (() => void) | null;
}

export function Unlock({ people, hasKeyStore, onOpen, onForgotten, onSomebodyElse }: UnlockProps) {
  const { deskWords, fieldWords } = useWords();
  const [form] = useState(() => new UnlockForm(unlockStore, people, () => performance.now()));
  useObserved(form, () => form.revision, 0);
  const chosen = people.find(({ id }) => id === form.userId);
  return (
    <div className="flex flex-col gap-5">
      {chosen === undefined ? (
        <>
          <h2 className="text-xl font-semibold">{fieldWords.whoAreYou}</h2>
          <ul className={cx('grid gap-5', people.length > FEW && 'sm:grid-cols-2')}>
            {people.map((person) => (
              <li key={person.id}>
                <Button
                  size="field"
                  className="h-auto min-h-15 w-full justify-start py-2"
                  onClick={() => {
                    form.choose(person.id);
                  }}
                >
                  <Avatar name={person.name} size="lg" />
                  <span className="text-left whitespace-normal [overflow-wrap:anywhere]">{person.name}</span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <PinForm form={form} name={chosen.name} hasKeyStore={hasKeyStore} onOpen={onOpen} />
      )}
      <div className="flex flex-wrap gap-5 empty:hidden">
        {chosen !== undefined && people.length > 1 && (
          <Button
            size="field"
            onClick={() => {
              form.choose(null);
            }}
          >
            {fieldWords.notYou}
          </Button>
        )}
        {chosen !== undefined && onForgotten !== null && (
          <Button
            size="field"
            onClick={() => {
              onForgotten(chosen.email);
            }}
          >
            {deskWords.forgotten}
          </Button>
        )}
        {onSomebodyElse !== null && (
          <Button size="field" onClick={onSomebodyElse}>
            {fieldWords.somebodyElse}
          </Button>
        )}
      </div>
    </div>
  );
}

interface PinFormProps {
  readonly form: UnlockForm<DeskPerson>;
  readonly name: string;
  readonly hasKeyStore: boolean;
  readonly onOpen: () => void;
}

function PinForm({ form, name, hasKeyStore, onOpen }: PinFormProps) {
  const words = useWords();
  const { deskWords, fieldWords } = words;
  const wait = useCountdown(form.secondsToWait);
  const box = useRef<HTMLInputElement>(null);

  const submit = async () => {
    if ((await form.submit()) !== null) onOpen();
    else box.current?.focus();
  };

  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 className="flex items-center gap-3 text-xl font-semibold">
        <Avatar name={name} size="lg" />
        <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
      </h2>
      <Field label={hasKeyStore ? fieldWords.pin : deskWords.passphrase} error={form.error(words)}>
        <SecretInput
          ref={box}
          value={form.secret}
          onChange={({ target }) => {
            form.type(target.value);
          }}
          inputMode={hasKeyStore ? 'numeric' : 'text'}
          autoComplete="off"
          autoFocus
        />
      </Field>
      <Button type="submit" variant="primary" size="field" loading={form.isOpening} disabled={wait > 0}>
        {wait > 0 ? retryWords(words, wait) : fieldWords.unlock}
      </Button>
    </form>
  );
}
