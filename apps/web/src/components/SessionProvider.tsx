'use client';

/** Who is signed in, and what day it is for the tenant: known from the first render on, and kept up to date. */
import { mayAccess, type Access, type WhoAmI } from '@wellpulse/contracts';
import { dayInZone } from '@wellpulse/domain';
import { useQuery } from '@tanstack/react-query';
import { createContext, use, useEffect, type ReactNode } from 'react';
import { sessionQuery } from '../queries/session-queries.ts';

export interface CurrentSession extends WhoAmI {
  /** Whether the role of the person allows what is open to `access`. */
  readonly may: (access: Access) => boolean;
}

const SessionContext = createContext<CurrentSession | null>(null);

/** Only inside the dashboard, where there always is one. */
export function useSession(): CurrentSession {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession needs a SessionProvider around it');
  return session;
}

const CLOCK_MS = 20_000;

export function SessionProvider({ initial, children }: { initial: WhoAmI; children: ReactNode }) {
  const { data, refetch } = useQuery({ ...sessionQuery, initialData: initial });
  const { today, tenant, user } = data;

  // Asks the server for its day as soon as our clock shows another one.
  useEffect(() => {
    const timer = setInterval(() => {
      if (dayInZone(new Date().toISOString(), tenant.timeZone) !== today) void refetch();
    }, CLOCK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [today, tenant.timeZone, refetch]);

  // Another tab has signed in as somebody else: what this one shows is not theirs.
  useEffect(() => {
    if (user.id !== initial.user.id) window.location.reload();
  }, [user.id, initial.user.id]);

  const session = { ...data, may: (access: Access) => mayAccess(user.role, access) };
  return <SessionContext value={session}>{children}</SessionContext>;
}
