import { csvLine, dayInZone } from '@wellpulse/domain';
import type { LoggedEvent, OfflineClient } from '@wellpulse/offline';
import { writeDurably } from '@wellpulse/offline/node';
import { createWords, languageOf, type Words } from '@wellpulse/words';
import type { ActivityFilter } from '../../shared/bridge/activity.ts';
import type { LoggedLine } from '../../shared/bridge/logged-event.ts';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';
import { lineReader } from './logged-lines.ts';

type Names = 'activity.list' | 'activity.archived' | 'activity.export';

const PAGE = 50;
/** So many entries are looked at for one page: a filter that finds nothing must not hold up the program. */
const MOST_LOOKED_AT = 2000;

/** What was done here, by whom, and what became of it. */
export function activityHandlers({ client, dialogs, language, now }: Laptop): Handlers<Names> {
  return {
    'activity.list': async ({ filter, after }) => {
      const isWanted = await wantedBy(client, filter);
      const read = await lineReader(client);
      const items: LoggedLine[] = [];
      let next = after;
      let looked = 0;
      do {
        const page = await listOf(client, filter).page({ after: next, limit: PAGE });
        for (const logged of page.items) {
          const line = await read(logged);
          if (isWanted(line)) items.push(line);
        }
        next = page.next;
        looked += PAGE;
      } while (next !== null && items.length < PAGE && looked < MOST_LOOKED_AT);
      return { items, next };
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
      const name = words.deskWords.activityFile(now().toISOString().slice(0, 10));
      const path = await dialogs.save({ name, ending: 'csv' });
      if (path === null) return null;
      let written = 0;
      await writeDurably(
        path,
        csvOf(client, filter, words, () => {
          written += 1;
        }),
      );
      return written;
    },
  };
}

const listOf = ({ events }: OfflineClient, { userId, status }: ActivityFilter) =>
  events.list({ ...(userId === null ? {} : { userId }), ...(status === null ? {} : { status }) });

/** What the log's own filter does not know. */
async function wantedBy(
  { records }: OfflineClient,
  { eventType, day, record }: ActivityFilter,
): Promise<(line: LoggedLine) => boolean> {
  const timeZone = (await records.timeZone()) ?? 'UTC';
  const wanted = record.trim().toLowerCase();
  return (line) =>
    (eventType === null || line.eventType === eventType) &&
    (day === null || dayInZone(line.timestamp, timeZone) === day) &&
    (wanted === '' ||
      [line.wellName, line.item?.serialNumber].some((text) => text?.toLowerCase().includes(wanted) === true));
}

/** Piece by piece: the log of a year does not fit into one text. */
async function* csvOf(
  client: OfflineClient,
  filter: ActivityFilter,
  words: Words,
  onEntry: () => void,
): AsyncGenerator<Uint8Array> {
  const isWanted = await wantedBy(client, filter);
  const read = await lineReader(client);
  const { activityColumns } = words.deskWords;
  yield Buffer.from(`\uFEFF${csvLine(Object.values(activityColumns))}`);
  for await (const logged of listOf(client, filter)) {
    const line = await read(logged);
    if (!isWanted(line)) continue;
    yield Buffer.from(csvLine(cellsOf(line, words, logged)));
    onEntry();
  }
}

const cellsOf = (line: LoggedLine, words: Words, { event }: LoggedEvent): (string | number)[] => [
  event.deviceSequence,
  line.timestamp,
  line.personName ?? line.userId,
  words.eventName(line.eventType),
  line.wellName ?? '',
  line.item?.serialNumber ?? '',
  line.day ?? '',
  words.eventSummary(line.eventType, line.payload),
  words.deskWords.entryStatusNames[line.status],
  line.settledAt ?? '',
  line.refusal !== null ? words.formatTrouble(line.refusal) : '',
  line.skipReason === null ? '' : words.formatSkip(line.skipReason),
];
