/** Opens the laptop for somebody who signed in here before: their name, then their PIN. */
import { Avatar, Button, Field, Input, useWords } from '@wellpulse/ui';
import { useState, type SubmitEvent } from 'react';
import type { Start } from '../../../shared/bridge/program.ts';
import { call, problemSentence } from '../../lib/bridge.ts';

export interface UnlockProps {
  readonly people: Start['people'];
  readonly onOpen: () => void;
  readonly onSomebodyElse: () => void;
}

export function Unlock({ people, onOpen, onSomebodyElse }: UnlockProps) {
  const { fieldWords } = useWords();
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
        <PinForm key={chosen.id} person={chosen} onOpen={onOpen} />
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
        <Button size="field" onClick={onSomebodyElse}>
          {fieldWords.somebodyElse}
        </Button>
      </div>
    </div>
  );
}

function PinForm({
  person,
  onOpen,
}: {
  readonly person: Start['people'][number];
  readonly onOpen: () => void;
}) {
  const words = useWords();
  const { fieldWords } = words;
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
      <Field label={fieldWords.pin} error={problem ?? undefined}>
        <Input name="secret" type="password" inputMode="numeric" autoComplete="off" autoFocus />
      </Field>
      <Button type="submit" variant="primary" size="field" loading={isOpening}>
        {fieldWords.unlock}
      </Button>
    </form>
  );
}
