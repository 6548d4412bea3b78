/** Opens the laptop for somebody who signed in here before: their name, then their PIN. */
import { Avatar, Button, Field, Input, useWords } from '@wellpulse/ui';
import { useState, type SubmitEvent } from 'react';
import type { Start } from '../../../shared/bridge/program.ts';
import { call, problemSentence } from '../../lib/bridge.ts';

export interface UnlockProps {
  readonly people: Start['people'];
  readonly hasKeyStore: boolean;
  readonly onOpen: () => void;
  /** Null where nobody can sign in before somebody has opened the data. */
  readonly onForgotten: ((email: string) => void) | null;
}

export function Unlock({ people, hasKeyStore, onOpen, onForgotten }: UnlockProps) {
  const { deskWords, fieldWords } = useWords();
  const [chosen, setChosen] = useState(people.length === 1 ? people[0] : undefined);
  return (
    <div className="flex flex-col gap-5">
      {chosen === undefined ? (
        <>
          <h2 className="text-xl font-semibold">{fieldWords.whoAreYou}</h2>
          <ul className="flex flex-col gap-5">
            {people.map((person) => (
              <li key={person.id}>
                <Button
                  size="field"
                  className="w-full justify-start"
                  onClick={() => {
                    setChosen(person);
                  }}
                >
                  <Avatar name={person.name} />
                  {person.name}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <PinForm key={chosen.id} person={chosen} hasKeyStore={hasKeyStore} onOpen={onOpen} />
      )}
      <div className="flex flex-wrap gap-5">
        {chosen !== undefined && people.length > 1 && (
          <Button
            size="field"
            onClick={() => {
              setChosen(undefined);
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
      </div>
    </div>
  );
}

function PinForm({
  person,
  hasKeyStore,
  onOpen,
}: {
  readonly person: Start['people'][number];
  readonly hasKeyStore: boolean;
  readonly onOpen: () => void;
}) {
  const words = useWords();
  const { deskWords, fieldWords } = words;
  const [problem, setProblem] = useState<string | null>(null);
  const [isOpening, setOpening] = useState(false);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const secret = new FormData(form).get('secret');
    if (typeof secret !== 'string' || secret === '') return;
    setOpening(true);
    setProblem(null);
    try {
      await call('people.unlock', { userId: person.id, secret });
      onOpen();
    } catch (error) {
      setProblem(problemSentence(words, error));
      form.reset();
    } finally {
      setOpening(false);
    }
  };

  return (
    <form className="flex flex-col gap-5" onSubmit={(event) => void submit(event)}>
      <h2 className="flex items-center gap-3 text-xl font-semibold">
        <Avatar name={person.name} />
        {person.name}
      </h2>
      <Field label={hasKeyStore ? fieldWords.pin : deskWords.passphrase} error={problem ?? undefined}>
        <Input
          name="secret"
          type="password"
          inputMode={hasKeyStore ? 'numeric' : 'text'}
          autoComplete="off"
          autoFocus
        />
      </Field>
      <Button type="submit" variant="primary" size="field" loading={isOpening}>
        {fieldWords.unlock}
      </Button>
    </form>
  );
}
