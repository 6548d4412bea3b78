'use client';

/**
 * It takes the place of the whole dashboard when the server refused a session whose access token looked good. That happens
 * after its secret has changed. A page that is being rendered can't give the browser new tokens, a request can: if it
 * succeeds, the page is rendered again, else the person has to sign in.
 */
import { endpoints } from '@wellpulse/contracts';
import { Spinner } from '@wellpulse/ui';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { words } from '../../lib/language.ts';
import { request } from '../../lib/api.ts';

/** `next` is the page to come back to. */
export function RenewSession({ next }: { next: string }) {
  const router = useRouter();
  useEffect(() => {
    request(endpoints.auth.me, {}).then(
      () => {
        router.refresh();
      },
      () => {
        window.location.replace(`/sign-in?${new URLSearchParams({ ended: '1', next }).toString()}`);
      },
    );
  }, [router, next]);
  return (
    <main className="grid min-h-dvh place-items-center">
      <Spinner label={words.shellWords.loading} />
    </main>
  );
}
