'use client';

import { words } from '../../lib/language.ts';
import { Logo } from '../../components/Logo.tsx';
import { safeNext } from './safe-next.ts';
import { SignInForm } from './SignInForm.tsx';

const { sessionWords } = words;

export interface SignInPageProps {
  readonly next: string | null;
  /** The person was here before, and the server ended it. */
  readonly ended: boolean;
  /** The tenant of the last sign-in in this browser; empty if there was none. */
  readonly lastTenant: string;
}

export function SignInPage({ next, ended, lastTenant }: SignInPageProps) {
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-sm">
        <Logo className="mx-auto mb-8 justify-center text-lg" />
        <div className="rounded-xl border border-line bg-surface p-6 shadow-card">
          <h1 className="text-xl font-semibold tracking-tight">{sessionWords.signIn}</h1>
          <p className="mt-1 mb-5 text-sm text-ink-muted">
            {ended ? sessionWords.endedInvitation : sessionWords.invitation}
          </p>
          <SignInForm
            initial={{ tenant: lastTenant, email: '' }}
            onSignedIn={() => {
              // A full load: the server renders the page for who is signed in now.
              window.location.assign(safeNext(next));
            }}
          />
        </div>
        <p className="mt-6 text-center text-xs text-ink-subtle">{sessionWords.noAccount}</p>
      </div>
    </main>
  );
}
