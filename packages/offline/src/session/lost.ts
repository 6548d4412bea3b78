/** Whether the server has ended this device, as one that was lost (ADR 52). */
import type { Db } from '../database/kysely-on.ts';
import { findMeta } from '../database/meta.ts';

const LOST = 'lost_at';

/** The keys were closed. The first time stands until somebody signs in again. `at` is RFC 3339. */
export async function recordLost(db: Db, at: string): Promise<void> {
  await db
    .insertInto('meta')
    .values({ key: LOST, value: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** When the keys of this device were closed; null if they were not, or somebody signed in since. */
export const findLost = (db: Db): Promise<string | null> => findMeta(db, LOST);

/** Somebody signed in: the server knows this device again. */
export async function forgetLost(db: Db): Promise<void> {
  await db.deleteFrom('meta').where('key', '=', LOST).execute();
}
