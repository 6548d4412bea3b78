/** Taking a reading back on a device, and bringing it back after all. */
import {
  EVENTS,
  PRODUCTION_VALUE_NAMES,
  type EventPayload,
  type ProductionRecord,
} from '@wellpulse/contracts';
import type { Trouble } from '@wellpulse/domain';
import type { OfflineClient } from '@wellpulse/offline';

/** What is there of a reading that is taken back. */
export type TakenReading = Pick<ProductionRecord, 'wellId' | 'productionDate'> &
  Readonly<Record<string, unknown>>;

/**
 * Readings that are deleted and entered anew, each as an entry of its own. Both answer null, or why it was refused.
 *
 * @example
 * await deviceReadings(client).takeBack(record);
 * await deviceReadings(client).bringBack(record); // the same volumes, by whoever is at the device
 */
export function deviceReadings(client: Pick<OfflineClient, 'record'>) {
  const refusalOf = async (recorded: ReturnType<OfflineClient['record']>): Promise<Trouble | null> => {
    const done = await recorded;
    return done.ok ? null : { code: done.code, detail: done.errors[0]?.message ?? null };
  };
  return {
    takeBack: ({ wellId, productionDate }: Pick<TakenReading, 'wellId' | 'productionDate'>) =>
      refusalOf(
        client.record({ eventType: 'PRODUCTION_DELETED', aggregateId: wellId, payload: { productionDate } }),
      ),
    bringBack: (taken: TakenReading) =>
      refusalOf(
        client.record({
          eventType: 'PRODUCTION_CREATED',
          aggregateId: taken.wellId,
          payload: readingAgain(taken.productionDate, taken),
        }),
      ),
  };
}

/** The entry that makes a reading of these values again. Its person has seen the volumes: they are asked about no more. */
export function readingAgain(
  productionDate: string,
  values: Readonly<Record<string, unknown>>,
): EventPayload<'PRODUCTION_CREATED'> {
  const read = PRODUCTION_VALUE_NAMES.map((field) => [field, values[field] ?? null] as const);
  const given = Object.fromEntries(read.filter(([, value]) => value !== null));
  return EVENTS.PRODUCTION_CREATED.payload.parse({ productionDate, ...given, confirmed: true });
}
