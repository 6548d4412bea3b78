/** What was done on a device, by whom, and what became of it: with filters, and as CSV. */
import { EVENT_TYPES, EVENTS } from '@wellpulse/contracts';
import { csvLine, dayInZone } from '@wellpulse/domain';
import type { LoggedEvent, OfflineClient } from '@wellpulse/offline';
import type { Words } from '@wellpulse/words';
import { loggedLineReader, type EntryStatus, type LoggedLine } from './logged-lines.ts';

/** What a person wants to see of the log. Null and an empty text choose nothing. */
export interface ActivityFilter {
  readonly userId: string | null;
  readonly status: EntryStatus | null;
  readonly eventType: string | null;
  /** The day on which it was entered, by the company's clock. */
  readonly day: string | null;
  /** Part of a well's name or of a serial number. */
  readonly record: string;
}

/** The kinds of entries that a device makes. */
export const ENTRY_KINDS = EVENT_TYPES.filter((type) => EVENTS[type].fromDevice);

/** Shows everything. */
export const NO_ACTIVITY_FILTER: ActivityFilter = {
  userId: null,
  status: null,
  eventType: null,
  day: null,
  record: '',
};

/** A part of the log, newest first. It may be short although more follows. */
export interface ActivityPage {
  readonly items: readonly LoggedLine[];
  /** Where the next part begins; null for the end. */
  readonly next: string | null;
}

type Client = Pick<OfflineClient, 'events' | 'records' | 'sessions'>;

const PAGE = 50;
/** So many entries are looked at for one page: a filter that finds nothing must not hold up the program. */
const MOST_LOOKED_AT = 2000;

/**
 * A page of the log.
 *
 * @example
 * const { items, next } = await activityPage(client, NO_ACTIVITY_FILTER, null);
 */
export async function activityPage(
  client: Client,
  filter: ActivityFilter,
  after: string | null,
): Promise<ActivityPage> {
  const isWanted = await wantedBy(client, filter);
  const read = await loggedLineReader(client);
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
}

/**
 * All that a filter names as the text of a CSV file, piece by piece: the log of a year does not fit into one text. `onEntry` is called with
 * each.
 *
 * @example
 * for await (const text of activityCsv(client, filter, words)) write(text);
 */
export async function* activityCsv(
  client: Client,
  filter: ActivityFilter,
  words: Words,
  onEntry: () => void = () => undefined,
): AsyncGenerator<string> {
  const isWanted = await wantedBy(client, filter);
  const read = await loggedLineReader(client);
  const { activityColumns } = words.deskWords;
  // Spreadsheets take a file without this mark for one of their own country's letters.
  yield `\uFEFF${csvLine(Object.values(activityColumns))}`;
  for await (const logged of listOf(client, filter)) {
    const line = await read(logged);
    if (!isWanted(line)) continue;
    yield csvLine(cellsOf(line, words, logged));
    onEntry();
  }
}

const listOf = ({ events }: Pick<Client, 'events'>, { userId, status }: ActivityFilter) =>
  events.list({ ...(userId === null ? {} : { userId }), ...(status === null ? {} : { status }) });

/** What the log's own filter does not know. */
async function wantedBy(
  { records }: Pick<Client, 'records'>,
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
