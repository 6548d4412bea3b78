/** Equipment as people look at it on a device: where it stands, when it is due, and what was done to it. */
import {
  equipmentSchema,
  maintenanceSchema,
  type DueItem,
  type Equipment,
  type EquipmentItem,
  type Maintenance,
} from '@wellpulse/contracts';
import { isFoundIn, searchKey, serviceInterval } from '@wellpulse/domain';
import type { RecordQueries } from './record-queries.ts';

/** An item with its place and its next service. */
export interface KnownItem extends Equipment {
  readonly wellName: string;
  /** It has changes that are not at the server yet. */
  readonly isPending: boolean;
  /** The day of the next service; null if nothing says one. */
  readonly due: Pick<DueItem, 'nextMaintenanceDate' | 'dueStatus' | 'daysLeft'> | null;
}

/** A log of an item. Its photos are looked up by their hashes (`photoHashIn` of domain). */
export interface KnownLog extends Maintenance {
  /** Null for somebody who never signed in on this device. */
  readonly createdByName: string | null;
  readonly serialNumber: string;
  readonly equipmentType: Equipment['equipmentType'];
  readonly wellId: string;
  readonly wellName: string;
  readonly isPending: boolean;
}

/** Which items are asked for. */
export interface ItemsAsked {
  /** Null for all wells. */
  readonly wellId: string | null;
  /** Each of its words is somewhere in what people know an item by. */
  readonly text: string;
  /** So many are listed at most. */
  readonly most: number;
}

/**
 * The items of a well, or of all wells, that match what is typed. `total` counts all that match.
 *
 * @example
 * const { items, total } = await findItems(client.records, { wellId: null, text: 'lufkin', most: 100 });
 */
export async function findItems(
  records: RecordQueries,
  { wellId, text, most }: ItemsAsked,
): Promise<{ readonly items: KnownItem[]; readonly total: number }> {
  const names = new Map<string, string>();
  for await (const { id, name } of records.wells()) names.set(id, name);
  const due = await dueOf(records, wellId ?? undefined);
  const items: KnownItem[] = [];
  let total = 0;
  for await (const row of records.equipment(wellId ?? undefined)) {
    const wellName = names.get(row.wellId) ?? '';
    if (!isFound(row, wellName, text)) continue;
    total += 1;
    if (items.length < most) items.push(itemOf(row, wellName, due.get(row.id)));
  }
  return { items, total };
}

/**
 * An item with its logs, newest first, and the days from one service to the next that count for it. Null for an item that this device does
 * not know.
 *
 * @param people those whose names are known
 * @example
 * const known = await knownItem(client.records, await client.sessions.people(), equipmentId);
 */
export async function knownItem(
  records: RecordQueries,
  people: readonly { readonly id: string; readonly name: string }[],
  equipmentId: string,
): Promise<{
  readonly item: KnownItem;
  readonly logs: KnownLog[];
  readonly serviceDays: EquipmentItem['serviceIntervals'];
} | null> {
  const row = await records.equipmentItem(equipmentId);
  const settings = await records.settings();
  if (row === undefined || settings === null) return null;
  const wellName = (await records.well(row.wellId))?.name ?? '';
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const logs: KnownLog[] = [];
  for await (const log of records.maintenance(equipmentId)) {
    logs.push({
      ...maintenanceSchema.parse(log),
      createdByName: names.get(log.createdBy) ?? null,
      serialNumber: row.serialNumber,
      equipmentType: row.equipmentType,
      wellId: row.wellId,
      wellName,
      isPending: log.isPending,
    });
  }
  const daysOf = (type: 'ROUTINE' | 'REPAIR' | 'INSPECTION') =>
    serviceInterval(row, type, settings.serviceIntervals);
  return {
    item: itemOf(row, wellName, (await dueOf(records, row.wellId)).get(row.id)),
    logs,
    serviceDays: {
      ROUTINE: daysOf('ROUTINE'),
      REPAIR: daysOf('REPAIR'),
      INSPECTION: daysOf('INSPECTION'),
    },
  };
}

/** What has a next service, however far off, by item. */
async function dueOf(
  records: RecordQueries,
  wellId: string | undefined,
): Promise<ReadonlyMap<string, DueItem>> {
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
): KnownItem {
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
