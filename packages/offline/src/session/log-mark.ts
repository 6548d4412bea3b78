/**
 * The mark of the server's log that this device saw last, one for all its people. The server is shown it with each sync request:
 * if its log does not hold that row any more, the server was put back to an older state.
 */
import { LINEAGE_HEADER, LOG_HEADER } from '@wellpulse/contracts';
import type { Db } from '../database/kysely-on.ts';
import { storedObject } from '../lib/stored-json.ts';

/** In lower case, as transports give it. */
export const LOG_HEADER_NAME = LOG_HEADER.toLowerCase();
const MARK = 'log_mark';
const REPLACED = 'log_replaced';

const find = async (db: Db, key: string): Promise<string | null> => {
  const row = await db.selectFrom('meta').where('key', '=', key).select('value').executeTakeFirst();
  return row?.value ?? null;
};

async function put(db: Db, key: string, value: string | null): Promise<void> {
  await db.deleteFrom('meta').where('key', '=', key).execute();
  if (value !== null) await db.insertInto('meta').values({ key, value }).execute();
}

/** Null before the first contact, and from when the server was put back until this device has recovered. */
export const logMark = async (db: Db): Promise<string | null> =>
  (await isLogReplaced(db)) ? null : find(db, MARK);

export const keepLogMark = (db: Db, mark: string): Promise<void> => put(db, MARK, mark);

/** In lower case, as transports give it. */
export const LINEAGE_HEADER_NAME = LINEAGE_HEADER.toLowerCase();
const LINEAGE = 'lineage';

/** The lineage of the server's log, as the newest answer named it; null before the first. Another one begins when the server was put back. */
export const heardLineage = (db: Db): Promise<string | null> => find(db, LINEAGE);

export const keepLineage = (db: Db, lineage: string): Promise<void> => put(db, LINEAGE, lineage);

/** Whether this device knows that the server was put back, and has not recovered yet. */
export const isLogReplaced = async (db: Db): Promise<boolean> => (await find(db, REPLACED)) !== null;

export async function setLogReplaced(db: Db, isReplaced: boolean): Promise<void> {
  await put(db, REPLACED, isReplaced ? '1' : null);
  // The mark is of a log that is no more. The first answer brings another one.
  if (isReplaced) await put(db, MARK, null);
}

/**
 * The server knows less than it once took: it was put back. A device that has a mark shows that first, so that the server learns
 * of it too.
 */
export async function noticeLostEvents(db: Db): Promise<void> {
  if ((await find(db, MARK)) === null) await setLogReplaced(db, true);
}

const RECOVERED = 'recovered';

/** When this device found that the server had been put back, and how many entries it sent again. */
export interface Recovered {
  /** RFC 3339. */
  readonly at: string;
  readonly events: number;
}

export const keepRecovered = (db: Db, recovered: Recovered): Promise<void> =>
  put(db, RECOVERED, JSON.stringify(recovered));

/** Null if the server was never put back. */
export async function findRecovered(db: Db): Promise<Recovered | null> {
  const text = await find(db, RECOVERED);
  return text === null ? null : (storedObject(text) as Recovered);
}
