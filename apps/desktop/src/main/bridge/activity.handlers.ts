import { dayInZone } from '@wellpulse/domain';
import { activityCsv, activityPage } from '@wellpulse/forms/device';
import type { OfflineClient } from '@wellpulse/offline';
import { writeDurably } from '@wellpulse/offline/node';
import { createWords, languageOf } from '@wellpulse/words';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

type Names = 'activity.list' | 'activity.archived' | 'activity.export';

const PAGE = 50;

/** What was done here, by whom, and what became of it. */
export function activityHandlers({ client, dialogs, language, now }: Laptop): Handlers<Names> {
  return {
    'activity.list': async ({ filter, after }) => {
      const { items, next } = await activityPage(client, filter, after);
      return { items: [...items], next };
    },
    'activity.archived': async ({ after }) => {
      const { items, next } = await client.events.archived().page({ after, limit: PAGE });
      return {
        items: items.map(({ eventId, deviceSequence, status, settledAt }) => ({
          eventId,
          deviceSequence,
          status,
          settledAt,
        })),
        next,
      };
    },
    'activity.export': async ({ filter }) => {
      const words = createWords(languageOf(language));
      const name = words.deskWords.activityFile(await dayOf(client, now()));
      const path = await dialogs.save({ name, ending: 'csv' });
      if (path === null) return null;
      let written = 0;
      const csv = activityCsv(client, filter, words, () => {
        written += 1;
      });
      await writeDurably(path, bytesOf(csv));
      return written;
    },
  };
}

/** The company's day: in the evening UTC has the next one already. */
const dayOf = async ({ records }: Pick<OfflineClient, 'records'>, now: Date): Promise<string> =>
  dayInZone(now.toISOString(), (await records.timeZone()) ?? 'UTC');

async function* bytesOf(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield Buffer.from(text);
}
