import { presentOffset } from '@wellpulse/domain';
import type { Db } from '../database/kysely-on.ts';
import type { Clock } from '../ports/clock.ts';
import { lookAtClock, stretchesOf, toStretch } from './stretches.ts';

/** Now by the server's clock, in milliseconds since 1970; null while this device can't tell how far its own clock is off. */
export async function serverNow(db: Db, clock: Clock): Promise<number | null> {
  const present = await lookAtClock(db, clock);
  const offset = presentOffset((await stretchesOf(db, null)).map(toStretch));
  return offset === null ? null : present.last_wall + offset;
}
