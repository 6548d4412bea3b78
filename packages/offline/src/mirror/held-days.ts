/** Which days of wells this device holds: of any other it cannot say whether somebody entered it. */
import { findMeta, setMeta } from '../database/meta.ts';
import type { Db } from '../database/kysely-on.ts';
import type { RecordName } from '../events/device-events.ts';

/** Set once everything was pulled. */
export const HOLDS_DAYS = 'holds_days';

/** Whether a day that is not among the readings here has none. Before the first complete pull nothing is known of any day. */
export async function holdsDay(db: Db, record: RecordName): Promise<boolean> {
  return record.kind !== 'production' || (await findMeta(db, HOLDS_DAYS)) !== null;
}

/** To be called when a pull has brought all there is. */
export const recordHeldDays = (db: Db): Promise<void> => setMeta(db, HOLDS_DAYS, '1');
