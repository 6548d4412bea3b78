'use client';

/** The session is over, but the page and what was typed into it stay: signing in goes on where the person was. */
import { Dialog } from '@wellpulse/ui';
import { SignInForm } from './SignInForm.tsx';
import { useSession } from '../../components/SessionProvider.tsx';

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
      title="Your session has ended"
      description={`Sign in as ${user.email} to go on. What you typed is still here.`}
    >
      <SignInForm onlyPassword initial={{ tenant: tenant.slug, email: user.email }} onSignedIn={onSignedIn} />
      <p className="mt-4 text-center text-sm">
        <a href="/sign-in" className="text-accent-text hover:underline">
          Sign in as somebody else
        </a>
      </p>
    </Dialog>
  );
}
