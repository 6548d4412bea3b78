import { offsetsOf, presentOffset, type Present } from '@wellpulse/domain';
import type { Db } from '../database/kysely-on.ts';
import { stretchesOf, toStretch, type StretchRow } from './stretches.ts';

interface Sent {
  readonly device_id: string;
  readonly stretch_id: string | null;
}

/** The clock that sends, and how far the clock was off that an event was saved by; in milliseconds. */
export interface SendingOffsets {
  readonly now: Present;
  readonly offsetOf: (event: Sent) => Promise<number>;
}

/** Whether this device knows how late it is. If not, any answer of the server tells. */
export async function knowsTime(db: Db): Promise<boolean> {
  return presentOffset((await stretchesOf(db, null)).map(toStretch)) !== null;
}

/**
 * If each answer took too long, a device could not hear the time. Then its present clock counts as right. An event from
 * before stretches were kept counts as of the present one.
 */
export async function offsetsForSending(db: Db, present: StretchRow): Promise<SendingOffsets> {
  const own = (await stretchesOf(db, null)).map(toStretch);
  const now = { wall: present.last_wall, offset: presentOffset(own) ?? 0 };
  const ownOffsets = offsetsOf(own, now, true);
  return {
    now,
    offsetOf: async ({ device_id: deviceId, stretch_id: id }) => {
      if (id === null) return now.offset;
      const known = ownOffsets.get(id);
      if (known !== undefined) return known;
      // Of a file: this device counts by the server's time, whatever its own wall clock says.
      const foreign = (await stretchesOf(db, deviceId)).map(toStretch);
      const byServer = { wall: now.wall + now.offset, offset: 0 };
      return offsetsOf(foreign, byServer, false).get(id) ?? now.offset;
    },
  };
}
