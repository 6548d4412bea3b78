import type { EventPhoto } from '@wellpulse/contracts';
import type { EntryDesk } from '@wellpulse/forms';
import { createContext, use } from 'react';
import type { Start } from '../../shared/bridge/program.ts';

/** The person at the laptop, and what is theirs. */
export interface Session {
  readonly person: NonNullable<Start['person']>;
  readonly company: NonNullable<Start['company']>;
  readonly desk: EntryDesk<EventPhoto>;
}

export const SessionContext = createContext<Session | null>(null);

/** Throws outside of a session: no page of the route is drawn on the lock screen. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('Nobody is at the laptop');
  return session;
}
