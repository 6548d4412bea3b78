import { dueItemSchema } from '@wellpulse/contracts';
import { deviceItemStore, deviceLogStore } from '@wellpulse/forms/device';
import { findItems, knownItem } from '@wellpulse/offline';
import { MOST_ITEMS_FOUND } from '../../shared/bridge/equipment.ts';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

type Names = 'equipment.list' | 'equipment.get' | 'equipment.due' | 'equipment.save' | 'equipment.log';

const newId = (): string => crypto.randomUUID();

/** Equipment, what is due of it, and what was done to it. */
export function equipmentHandlers({ client }: Pick<Laptop, 'client'>): Handlers<Names> {
  const { records, sessions } = client;
  return {
    'equipment.list': ({ wellId, text }) => findItems(records, { wellId, text, most: MOST_ITEMS_FOUND }),
    'equipment.get': async ({ equipmentId }) => knownItem(records, await sessions.people(), equipmentId),
    'equipment.due': async () => {
      const items = await records.due().all();
      return items.map((item) => ({ ...dueItemSchema.parse(item), isPending: item.isPending }));
    },
    'equipment.save': ({ item, base }) => deviceItemStore(client, newId).save(item, base),
    'equipment.log': ({ equipmentId, values, photos }) =>
      deviceLogStore(client, equipmentId, newId).log(values, photos),
  };
}
