/** The vectors of a pull's window (docs/sync-history-vectors.json), for everything that plays them. */
import { readFileSync } from 'node:fs';

export interface HistoryCase {
  readonly name: string;
  /** When the pull began, by the server. */
  readonly serverTime: string;
  readonly history: number | null;
  /** By day: whether the pull brings its reading, of the puller's own wells. */
  readonly own: Readonly<Record<string, boolean>>;
  /** The same of all other wells. */
  readonly others: Readonly<Record<string, boolean>>;
}

export const HISTORY_TIME_ZONE = 'America/Chicago';

const file = new URL('../../../docs/sync-history-vectors.json', import.meta.url);

// The file is ours, and the tests that play it fail on whatever else it says.
export const historyCases = (JSON.parse(readFileSync(file, 'utf8')) as { cases: HistoryCase[] }).cases;
