'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { createContext, use, useState, type ReactNode } from 'react';
import { makeQueryClient } from '../queries/query-client.ts';

interface SignedOut {
  /** Some answer said that the session is over. */
  readonly isSignedOut: boolean;
  /** It is not any more. */
  readonly onSignedIn: () => void;
}

const SignedOutContext = createContext<SignedOut>({ isSignedOut: false, onSignedIn: () => undefined });

export const useSignedOut = (): SignedOut => use(SignedOutContext);

export function QueryProvider({ children }: { children: ReactNode }) {
  const [isSignedOut, setIsSignedOut] = useState(false);
  const [client] = useState(() =>
    makeQueryClient(() => {
      setIsSignedOut(true);
    }),
  );
  const onSignedIn = () => {
    setIsSignedOut(false);
    void client.invalidateQueries();
  };
  return (
    <SignedOutContext value={{ isSignedOut, onSignedIn }}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </SignedOutContext>
  );
}
