/** What the device tells of the day on which part of its data could not be read any more. */
import { sql } from 'kysely';
import type { Db } from '../database/kysely-on.ts';
import { storedObject } from '../lib/stored-json.ts';
import { findDevice } from './device-store.ts';

export const DAMAGE = 'data_damage';
/** Enough for a person to look at. */
const MOST_NUMBERS = 1000;

export interface Damage {
  /** When it was found and repaired, RFC 3339. */
  readonly at: string;
  /** Numbers of this device's entries that could not be read any more. The server may have them. */
  readonly missing: readonly number[];
}

/** Null if all that was ever written could be read. */
export async function findDamage(db: Db): Promise<Damage | null> {
  const row = await db.selectFrom('meta').where('key', '=', DAMAGE).select('value').executeTakeFirst();
  return row === undefined ? null : (storedObject(row.value) as Damage);
}

/**
 * The device's numbers of which no entry is left. They range from the first that it still holds to the last that it gave out.
 */
export async function missingNumbers(db: Db): Promise<number[]> {
  const device = await findDevice(db);
  if (device === undefined) return [];
  const { rows } = await sql<{ number: number }>`
    with held (number) as (
      select device_sequence from event_log where device_id = ${device.device_id}
      union select device_sequence from event_archive where device_id = ${device.device_id}
    ), given (number) as (
      select coalesce(min(number), ${device.last_sequence} + 1) from held
      union all select number + 1 from given where number < ${device.last_sequence}
    )
    select number from given where number not in (select number from held) and number <= ${device.last_sequence}
    limit ${MOST_NUMBERS}`.execute(db);
  return rows.map(({ number }) => number);
}
