/** Whether this device is to retire (docs/sync-protocol.md, "1. Sign in and register the device"). */
import { DEVICE_HEADER } from '@wellpulse/contracts';
import type { Db } from '../database/kysely-on.ts';
import { findMeta } from '../database/meta.ts';
import { OfflineError } from '../offline-error.ts';
import { findDevice } from './device-store.ts';

/** In lower case, as transports give it. */
export const DEVICE_HEADER_NAME = DEVICE_HEADER.toLowerCase();
const RETIRING = 'retiring';
const RETIRED = 'retired_at';

export async function recordRetiring(db: Db): Promise<void> {
  await db
    .insertInto('meta')
    .values({ key: RETIRING, value: '1' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export const isRetiring = async (db: Db): Promise<boolean> => (await findMeta(db, RETIRING)) !== null;

/** To be called where the device empties itself: nothing else tells the person why it is empty. `at` is RFC 3339. */
export async function recordRetired(db: Db, at: string): Promise<void> {
  await db.insertInto('meta').values({ key: RETIRED, value: at }).execute();
}

/** When this device emptied itself; null if it did not, or was registered since. */
export async function findRetired(db: Db): Promise<string | null> {
  if ((await findDevice(db)) !== undefined) return null;
  const kept = await db.selectFrom('meta').where('key', '=', RETIRED).select('value').executeTakeFirst();
  return kept?.value ?? null;
}

/** Throws `RETIRING`. */
export async function requireInUse(db: Db): Promise<void> {
  if (!(await isRetiring(db))) return;
  throw new OfflineError({ code: 'RETIRING' });
}
