'use client';

import { useEffect, useRef } from 'react';
import { Logo } from '../../components/Logo.tsx';
import { safeNext } from './safe-next.ts';
import { SignInForm } from './SignInForm.tsx';

const TENANT_KEY = 'wellpulse.tenant';

/** The browser alone knows the tenant of the last time. A box into which somebody typed already stays as it is. */
function giveRememberedTenant(form: HTMLFormElement): void {
  const boxOf = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const tenant = boxOf('tenant');
  const remembered = localStorage.getItem(TENANT_KEY);
  if (remembered === null || tenant.value !== '') return;
  tenant.value = remembered;
  if (document.activeElement === tenant) boxOf('email').focus();
}

export interface SignInPageProps {
  readonly next: string | null;
  /** The person was here before, and the server ended it. */
  readonly ended: boolean;
}

export function SignInPage({ next, ended }: SignInPageProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (form.current !== null) giveRememberedTenant(form.current);
  }, []);
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-sm">
        <Logo className="mx-auto mb-8 justify-center text-lg" />
        <div className="rounded-xl border border-line bg-surface p-6 shadow-card">
          <h1 className="text-xl font-semibold tracking-tight">Sign in</h1>
          <p className="mt-1 mb-5 text-sm text-ink-muted">
            {ended ? 'Your session has ended. Sign in to go on.' : 'To your wells and their daily readings.'}
          </p>
          <SignInForm
            ref={form}
            initial={{ tenant: '', email: '' }}
            onSignedIn={(credentials) => {
              localStorage.setItem(TENANT_KEY, credentials.tenant.trim().toLowerCase());
              // A full load: the server renders the page for who is signed in now.
              window.location.assign(safeNext(next));
            }}
          />
        </div>
        <p className="mt-6 text-center text-xs text-ink-subtle">
          No account, or a forgotten password: ask your administrator.
        </p>
      </div>
    </main>
  );
}
