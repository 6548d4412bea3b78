/** Saves items of equipment and maintenance logs on a device: they are on its disk at once, and go to the server with the next sync. */
import {
  equipmentSchema,
  maintenanceSchema,
  type Equipment,
  type EventPhoto,
  type Location,
  type Maintenance,
} from '@wellpulse/contracts';
import { troubleOf } from '@wellpulse/domain';
import type { OfflineClient } from '@wellpulse/offline';
import { asEntriesSay } from './device-photos.ts';
import type { ItemToSave } from '../equipment/item-form.ts';
import type { LogStore } from '../maintenance/log-form.ts';
import type { RecordAnswer, RecordStore } from '../record/record-store.ts';

type Client = Pick<OfflineClient, 'record' | 'records'>;
type Recorded = Awaited<ReturnType<OfflineClient['record']>>;

/**
 * Items through the offline client of a device. What a colleague changed and a sync brought is told, as on the dashboard.
 *
 * @param newId makes the id of a new item
 * @example
 * const store = deviceItemStore(client, () => crypto.randomUUID());
 */
export function deviceItemStore(client: Client, newId: () => string): RecordStore<Equipment, ItemToSave> {
  const rowOf = async (id: string): Promise<Equipment | null> =>
    equipmentSchema.safeParse(await client.records.equipmentItem(id)).data ?? null;

  return {
    save: async (given, base) => {
      if (given.kind === 'NEW') {
        const id = newId();
        const payload = given.values;
        return answerTo(
          await client.record({ eventType: 'EQUIPMENT_CREATED', aggregateId: id, payload }),
          () => rowOf(id),
        );
      }
      const id = base?.id ?? '';
      const now = await rowOf(id);
      const { version, ...payload } = given.changes;
      // The client judges by what this device has: it knows no version that a person saw.
      if (now !== null && now.version !== version)
        return { kind: 'STALE', trouble: { code: 'VERSION_CONFLICT', detail: null }, newer: now };
      return answerTo(await client.record({ eventType: 'EQUIPMENT_UPDATED', aggregateId: id, payload }), () =>
        rowOf(id),
      );
    },
  };
}

/**
 * Logs of an item, with photos that the device keeps.
 *
 * @param locate where the person stands when they save; null where nobody knows
 * @example
 * const store = deviceLogStore(client, item.id, () => crypto.randomUUID(), place.locate);
 */
export const deviceLogStore = (
  client: Client,
  equipmentId: string,
  newId: () => string,
  locate: () => Location | null = () => null,
): LogStore<EventPhoto, Maintenance> => ({
  log: async (values, photos) => {
    const maintenanceId = newId();
    const location = locate();
    const payload = {
      maintenanceId,
      ...values,
      ...(location !== null && { location }),
      ...(photos.length > 0 && { photos: asEntriesSay(photos) }),
    };
    return answerTo(
      await client.record({ eventType: 'EQUIPMENT_MAINTENANCE_LOGGED', aggregateId: equipmentId, payload }),
      async () => {
        const { items } = await client.records.maintenance(equipmentId).page({ limit: 100 });
        return maintenanceSchema.safeParse(items.find(({ id }) => id === maintenanceId)).data ?? null;
      },
    );
  },
});

/** What a device says of an entry, with the row that it made. */
async function answerTo<Row>(
  recorded: Recorded,
  read: () => Promise<Row | null>,
): Promise<RecordAnswer<Row>> {
  if (!recorded.ok)
    return {
      kind: 'REFUSED',
      trouble: { code: recorded.code, detail: null },
      errors: recorded.errors,
    };
  const record = await read();
  return record === null
    ? { kind: 'REFUSED', trouble: troubleOf('DEVICE_FAULT', 'The row of an entry is gone'), errors: [] }
    : { kind: 'SAVED', record };
}
