import {
  dueItemSchema,
  equipmentSchema,
  maintenanceSchema,
  type DueItem,
  type Equipment,
} from '@wellpulse/contracts';
import { isFoundIn, searchKey, serviceInterval } from '@wellpulse/domain';
import { deviceItemStore, deviceLogStore } from '@wellpulse/forms/device';
import type { OfflineClient } from '@wellpulse/offline';
import { MOST_ITEMS_FOUND, type DeskItem, type DeskLog } from '../../shared/bridge/equipment.ts';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

type Names = 'equipment.list' | 'equipment.get' | 'equipment.due' | 'equipment.save' | 'equipment.log';

const newId = (): string => crypto.randomUUID();

/** Equipment, what is due of it, and what was done to it. */
export function equipmentHandlers({ client }: Pick<Laptop, 'client'>): Handlers<Names> {
  const { records } = client;
  return {
    'equipment.list': async ({ wellId, text }) => {
      const [names, due] = [await wellNames(client), await dueOf(client)];
      const items: DeskItem[] = [];
      let total = 0;
      for await (const row of records.equipment(wellId ?? undefined)) {
        const wellName = names.get(row.wellId) ?? '';
        if (!isFound(row, wellName, text)) continue;
        total += 1;
        if (items.length < MOST_ITEMS_FOUND) items.push(itemOf(row, wellName, due.get(row.id)));
      }
      return { items, total };
    },
    'equipment.get': async ({ equipmentId }) => {
      const row = await records.equipmentItem(equipmentId);
      const settings = await records.settings();
      if (row === undefined || settings === null) return null;
      const wellName = (await records.well(row.wellId))?.name ?? '';
      const daysOf = (type: 'ROUTINE' | 'REPAIR' | 'INSPECTION') =>
        serviceInterval(row, type, settings.serviceIntervals);
      const people = await peopleNames(client);
      const logs: DeskLog[] = [];
      for await (const log of records.maintenance(equipmentId)) {
        logs.push({
          ...maintenanceSchema.parse(log),
          createdByName: people.get(log.createdBy) ?? null,
          serialNumber: row.serialNumber,
          equipmentType: row.equipmentType,
          wellId: row.wellId,
          wellName,
          isPending: log.isPending,
        });
      }
      return {
        item: itemOf(row, wellName, (await dueOf(client, row.wellId)).get(row.id)),
        logs,
        serviceDays: {
          ROUTINE: daysOf('ROUTINE'),
          REPAIR: daysOf('REPAIR'),
          INSPECTION: daysOf('INSPECTION'),
        },
      };
    },
    'equipment.due': async () => {
      const items = await records.due().all();
      return items.map((item) => ({ ...dueItemSchema.parse(item), isPending: item.isPending }));
    },
    'equipment.save': ({ item, base }) => deviceItemStore(client, newId).save(item, base),
    'equipment.log': ({ equipmentId, values, photos }) =>
      deviceLogStore(client, equipmentId, newId).log(values, photos),
  };
}

async function wellNames({ records }: OfflineClient): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for await (const { id, name } of records.wells()) names.set(id, name);
  return names;
}

/** Of those who signed in on this laptop. */
async function peopleNames({ sessions }: OfflineClient): Promise<ReadonlyMap<string, string>> {
  return new Map((await sessions.people()).map(({ id, name }) => [id, name]));
}

/** What has a next service, however far off, by item. */
async function dueOf({ records }: OfflineClient, wellId?: string): Promise<ReadonlyMap<string, DueItem>> {
  const ofWell = wellId === undefined ? {} : { wellId };
  const due = new Map<string, DueItem>();
  for (const filter of [ofWell, { ...ofWell, status: 'SCHEDULED' as const }])
    for await (const item of records.due(filter)) due.set(item.equipmentId, item);
  return due;
}

function itemOf(
  row: Equipment & { readonly isPending: boolean },
  wellName: string,
  due: DueItem | undefined,
): DeskItem {
  return {
    ...equipmentSchema.parse(row),
    wellName,
    isPending: row.isPending,
    due:
      due === undefined
        ? null
        : { nextMaintenanceDate: due.nextMaintenanceDate, dueStatus: due.dueStatus, daysLeft: due.daysLeft },
  };
}

function isFound(item: Equipment, wellName: string, text: string): boolean {
  const { serialNumber, assetTag, manufacturer, model, equipmentType } = item;
  const told = [serialNumber, assetTag, manufacturer, model, wellName, equipmentType.replaceAll('_', ' ')];
  return searchKey(text)
    .split(' ')
    .every((word) => isFoundIn(told.filter((part) => part !== null).join(' '), word));
}
