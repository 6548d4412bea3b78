'use client';

/** In the place of the whole dashboard, when the server can't say who is asking. Tries again by itself. */
import type { Problem } from '@wellpulse/contracts';
import { Button, ErrorState } from '@wellpulse/ui';
import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';
import { words } from '../../lib/language.ts';
import { Logo } from '../../components/Logo.tsx';
import { signOutAndLeave } from '../session/sign-out.ts';

const RETRY_MS = 10_000;

export function ServerUnreachable({ problem }: { problem: Problem }) {
  const router = useRouter();
  const [retrying, startRetry] = useTransition();
  const mayPass = problem.status >= 500;

  useEffect(() => {
    if (!mayPass) return;
    const timer = setInterval(() => {
      router.refresh();
    }, RETRY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [router, mayPass]);

  return (
    <main className="grid min-h-dvh place-items-center px-4">
      <div className="w-full max-w-md">
        <Logo className="mb-4 justify-center" />
        <h1 className="sr-only">{problem.title}</h1>
        <ErrorState
          problem={{
            ...problem,
            detail: problem.detail ?? (mayPass ? words.shellWords.triesAgain : undefined),
          }}
          retrying={retrying}
          onRetry={() => {
            startRetry(() => {
              router.refresh();
            });
          }}
          action={
            mayPass ? undefined : (
              <Button onClick={() => void signOutAndLeave()}>{words.sessionWords.signInAsOther}</Button>
            )
          }
        />
      </div>
    </main>
  );
}
