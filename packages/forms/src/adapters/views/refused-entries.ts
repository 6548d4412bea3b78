/** What a person does with an entry that the office refused: types it once more, or sends it as it is. */
import { EVENT_TYPES, EVENTS, type EventPhoto } from '@wellpulse/contracts';
import { enterAnew, photosNamedIn, type Trouble } from '@wellpulse/domain';
import type { DeviceEntry, OfflineClient } from '@wellpulse/offline';
import type { EntryStore } from '../../saving/entry-store.ts';
import { deviceEntryStore } from '../device-entry-store.ts';
import { loggedLineReader, type LoggedLine } from './logged-lines.ts';

type Client = Pick<OfflineClient, 'events' | 'records' | 'reenter' | 'sessions'>;

/**
 * Entries of a device that were refused.
 *
 * @example
 * const refused = refusedEntries(client);
 * const trouble = await refused.sendAgain(eventId); // null: it waits again, as the person's own
 */
export const refusedEntries = (client: Client) => ({
  /** What was typed; null for an entry that is refused no more. */
  find: async (eventId: string): Promise<LoggedLine | null> => {
    const found = await client.events.find(eventId);
    return found?.status === 'FAILED' ? (await loggedLineReader(client))(found) : null;
  },

  /** Records it once more as it was typed, beside the present record. Why it can't be; null where it is. Throws `NOT_FAILED`. */
  sendAgain: async (eventId: string): Promise<Trouble | null> => {
    const found = await client.events.find(eventId);
    const eventType = EVENT_TYPES.find((type) => type === found?.event.eventType && EVENTS[type].fromDevice);
    if (found === undefined || eventType === undefined) return NOT_ENTERED;
    const { aggregateId, payload } = found.event;
    const { productionDate } = payload as { productionDate?: string };
    const current =
      productionDate === undefined ? undefined : await readingOf(client, aggregateId, productionDate);
    const anew = enterAnew(eventType, payload, current);
    if (anew === null) return NOT_ENTERED;
    // What a device may record, `enterAnew` leaves such.
    const recorded = await client.reenter(eventId, { ...anew, aggregateId } as DeviceEntry);
    return recorded.ok ? null : { code: recorded.code, detail: recorded.errors[0]?.message ?? null };
  },

  /** Saves a day in place of it, with its photos too. Throws `NOT_FAILED` when it was not refused. */
  storeInPlaceOf: (eventId: string): EntryStore<EventPhoto> => {
    const store = deviceEntryStore({
      records: client.records,
      record: (entry) => client.reenter(eventId, entry),
    });
    return {
      saveDays: (days) => store.saveDays(days),
      save: async (given) => {
        const found = await client.events.find(eventId);
        return store.save({
          ...given,
          photos: [...photosNamedIn(found?.event.payload), ...given.photos],
        });
      },
    };
  },
});

const NOT_ENTERED: Trouble = { code: 'VALIDATION_FAILED', detail: null };

async function readingOf({ records }: Pick<Client, 'records'>, wellId: string, day: string) {
  const { items } = await records.production(wellId, { from: day, to: day }).page({ limit: 1 });
  return items[0];
}
