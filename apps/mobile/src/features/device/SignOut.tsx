import { useWords } from '@wellpulse/forms';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ConfirmDialog } from '../../components/asking/ConfirmDialog.tsx';
import { problemSentence } from '../../data/problem-sentence.ts';
import { useLock } from '../../lib/lock-context.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { useSession } from '../../lib/session.tsx';

/** Ends a person's session on this device, once all of theirs is at the office. */
export function SignOut() {
  const words = useWords();
  const { deskWords, sessionWords, thisDeviceWords } = words;
  const { person } = useSession();
  const { client } = usePhone();
  const lock = useLock();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const signOut = async () => {
    setBusy(true);
    try {
      await client.sessions.signOut(person.id);
      lock();
    } catch (error) {
      setProblem(problemSentence(words, error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        label={sessionWords.signOut}
        onPress={() => {
          setProblem(undefined);
          setAsking(true);
        }}
      />
      {isAsking && (
        <ConfirmDialog
          title={thisDeviceWords.signOutQuestion}
          about={deskWords.signOutHint}
          confirmLabel={sessionWords.signOut}
          busy={isBusy}
          problem={problem}
          onConfirm={() => void signOut()}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}
