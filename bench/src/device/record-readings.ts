/** Readings entered one after the other, as on a device. */
import { addDays } from '@wellpulse/domain';
import type { OfflineClient } from '@wellpulse/offline';
import { setImmediate as otherThings } from 'node:timers/promises';

/** Where a reading belongs, and on which day after `FIRST_DAY`. */
export type PlaceOf = (reading: number) => { readonly wellId: string; readonly day: number };

/** Far back: no day of a hundred thousand may lie ahead. */
const FIRST_DAY = '1990-01-01';

/** Enters the readings from `first` up to `end`. Returns how long each took, in milliseconds. */
export async function recordReadings(
  client: OfflineClient,
  first: number,
  end: number,
  placeOf: PlaceOf,
): Promise<number[]> {
  const samples: number[] = [];
  for (let reading = first; reading < end; reading += 1) {
    const { wellId, day } = placeOf(reading);
    const start = performance.now();
    const { ok } = await client.record({
      eventType: 'PRODUCTION_CREATED',
      aggregateId: wellId,
      payload: {
        productionDate: addDays(FIRST_DAY, day),
        oilVolume: 42.5,
        gasVolume: 120,
        waterVolume: 8.2,
      },
    });
    samples.push(performance.now() - start);
    // As an app does between two entries: else it would not even hear that a connection was closed.
    await otherThings();
    if (!ok) throw new Error('An entry was not recorded');
  }
  return samples;
}
