import { mayAccess, type Access } from '@wellpulse/contracts';
import { createContext, use } from 'react';
import type { Start } from '../../shared/bridge/program.ts';
import type { Desk } from './stores.ts';

/** The person at the laptop, and what is theirs. */
export interface Session extends Desk {
  readonly person: NonNullable<Start['person']>;
  readonly company: NonNullable<Start['company']>;
}

export const SessionContext = createContext<Session | null>(null);

/** Throws outside of a session: no page of the route is drawn on the lock screen. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('Nobody is at the laptop');
  return session;
}

/** Whether the person's role lets them do something. */
export const useMay = (access: Access): boolean => mayAccess(useSession().person.role, access);
