import { deviceEntryStore, deviceReadings } from '@wellpulse/forms/device';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

/** Saving, and what is typed and not saved yet. */
export function entryHandlers({
  client,
}: Pick<Laptop, 'client'>): Handlers<'entries.save' | 'entries.remove' | 'drafts.all' | 'drafts.write'> {
  const store = deviceEntryStore(client);
  return {
    'entries.save': async (days) => [...(await store.saveDays(days))],
    'entries.remove': async ({ wellId, day }) => {
      const trouble = await deviceReadings(client).takeBack({ wellId, productionDate: day });
      return trouble === null ? null : { trouble };
    },
    'drafts.all': async () => {
      const texts: [string, string][] = [];
      for (const [key, text] of await client.drafts.all())
        if (typeof text === 'string') texts.push([key, text]);
      return texts;
    },
    'drafts.write': async ({ key, text }) => {
      if (text === null) await client.drafts.clear(key);
      else await client.drafts.save(key, text);
      return null;
    },
  };
}
