import { mayAccess, type Access, type EventPhoto, type TenantSettings } from '@wellpulse/contracts';
import { EntryDesk, EntryDrafts, type FormDrafts } from '@wellpulse/forms';
import { deviceDraftStorage, deviceEntryStore } from '@wellpulse/forms/device';
import type { Person } from '@wellpulse/offline';
import { createContext, use } from 'react';
import type { Phone } from '../data/phone.ts';

/** The person at the phone, and what is theirs. */
export interface Session {
  readonly person: Person;
  readonly company: Pick<TenantSettings, 'name' | 'timeZone' | 'varianceThresholdPercent'>;
  /** What they type of readings. */
  readonly desk: EntryDesk<EventPhoto>;
  /** What they type in all other forms. */
  readonly drafts: FormDrafts;
  /** Resolves when all that they have typed is on the disk. */
  readonly draftsKept: () => Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

/** Throws outside of a session: no screen of the route is drawn on the lock screen. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('Nobody is at the phone');
  return session;
}

/** Whether the person's role lets them do something. */
export const useMay = (access: Access): boolean => mayAccess(useSession().person.role, access);

/**
 * What is the person's who is at the phone: what they typed before is on their desk. Null while nobody is. `onNoRoom` is told of drafts for
 * which there is no room.
 */
export async function openSession({ client }: Phone, onNoRoom: () => void): Promise<Session | null> {
  const { sessions, records, drafts } = client;
  const [person, company, settings] = [
    await sessions.current(),
    await sessions.company(),
    await records.settings(),
  ];
  if (person === undefined || company === null || settings === null) return null;
  const storage = await deviceDraftStorage(drafts);
  const owner = { tenantId: company.id, userId: person.id };
  return {
    person,
    company: settings,
    desk: new EntryDesk(new EntryDrafts(storage, owner), deviceEntryStore(client), onNoRoom),
    drafts: { storage, owner, onNoRoom },
    draftsKept: () => storage.settled(),
  };
}
