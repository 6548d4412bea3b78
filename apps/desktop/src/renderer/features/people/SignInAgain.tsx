/** The session of the person at the laptop is over: they sign in where they are, and nothing that they typed is lost. */
import { Dialog, useWords } from '@wellpulse/ui';
import { useMain } from '../../lib/queries.ts';
import { SignIn } from '../lock/SignIn.tsx';

export function SignInAgain({ onClose }: { readonly onClose: () => void }) {
  const { deskWords, fieldWords } = useWords();
  const { data: start } = useMain('program.start', {});
  if (start === undefined || start.person === null) return null;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={fieldWords.signInToSend}
      description={deskWords.signInToSendHint}
    >
      <SignIn start={start} email={start.person.email} isExplained onOpen={onClose} />
    </Dialog>
  );
}
