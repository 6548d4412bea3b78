'use client';

/** The session is over, but the page and what was typed into it stay: signing in goes on where the person was. */
import { Dialog } from '@wellpulse/ui';
import { words } from '../../lib/language.ts';
import { SignInForm } from './SignInForm.tsx';
import { useSession } from '../../components/SessionProvider.tsx';

const { sessionWords } = words;

export interface SignInAgainDialogProps {
  readonly open: boolean;
  readonly onSignedIn: () => void;
}

export function SignInAgainDialog({ open, onSignedIn }: SignInAgainDialogProps) {
  const { tenant, user } = useSession();
  return (
    <Dialog
      open={open}
      // There is nothing to do here without a session; leaving is the link below.
      onOpenChange={() => undefined}
      size="sm"
      title={sessionWords.ended}
      description={sessionWords.signInAgain(user.email)}
    >
      <SignInForm onlyPassword initial={{ tenant: tenant.slug, email: user.email }} onSignedIn={onSignedIn} />
      <p className="mt-4 text-center text-sm">
        <a href="/sign-in" className="text-accent-text hover:underline">
          {sessionWords.signInAsOther}
        </a>
      </p>
    </Dialog>
  );
}
