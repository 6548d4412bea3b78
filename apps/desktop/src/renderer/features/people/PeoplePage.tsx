/** Who works on this laptop: signing in one more, and signing out. */
import { Avatar, Button, ConfirmDialog, useWords } from '@wellpulse/ui';
import { useState } from 'react';
import type { Start } from '../../../shared/bridge/program.ts';
import { Notice } from '../../components/Notice.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { call, problemSentence } from '../../lib/bridge.ts';
import { readAgain, useMain } from '../../lib/queries.ts';
import { UpdateNotice } from '../updates/UpdateNotice.tsx';
import { SignIn } from '../lock/SignIn.tsx';
import { Appearance } from './Appearance.tsx';

/** `onChanged`: another person may be at the laptop now. */
export function PeoplePage({ onChanged }: { readonly onChanged: () => void }) {
  const words = useWords();
  const { deskWords, sessionWords } = words;
  const { data: start } = useMain('program.start', {});
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Start['people'][number] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (start === undefined) return null;
  const signOut = async (userId: string) => {
    setProblem(null);
    try {
      await call('people.signOut', { userId });
      if (userId === start.person?.id) await call('people.lock', {});
      onChanged();
      await readAgain();
    } catch (error) {
      setProblem(problemSentence(words, error));
    }
  };
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={deskWords.people} below={deskWords.peopleHint} />
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      <ul className="flex flex-col gap-5">
        {start.people.map((person) => (
          <li
            key={person.id}
            className="flex flex-wrap items-center gap-4 rounded-xl border border-line bg-surface px-5 py-3 text-lg"
          >
            <Avatar name={person.name} size="lg" />
            <span className="flex min-w-0 flex-1 flex-col [overflow-wrap:anywhere]">
              <span className="font-semibold">{person.name}</span>
              <span className="text-base text-ink-muted">{person.email}</span>
            </span>
            <Button
              size="field"
              aria-label={deskWords.signOutPerson(person.name)}
              onClick={() => {
                setLeaving(person);
              }}
            >
              {sessionWords.signOut}
            </Button>
          </li>
        ))}
      </ul>
      {isAdding ? (
        <SignIn
          start={start}
          email={null}
          onOpen={() => {
            setAdding(false);
            onChanged();
          }}
        />
      ) : (
        <Button
          size="field"
          className="self-start"
          onClick={() => {
            setAdding(true);
          }}
        >
          {deskWords.addPerson}
        </Button>
      )}
      <UpdateNotice />
      <Appearance />
      {leaving !== null && (
        <ConfirmDialog
          open
          onOpenChange={() => {
            setLeaving(null);
          }}
          title={deskWords.signOutQuestion(leaving.name)}
          description={deskWords.signOutHint}
          confirmLabel={sessionWords.signOut}
          danger
          onConfirm={() => {
            setLeaving(null);
            void signOut(leaving.id);
          }}
        />
      )}
    </div>
  );
}
