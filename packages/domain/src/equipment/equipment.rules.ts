/** Equipment: a serial number is unique within the tenant; an item stands at one well and can be moved to another. */
import { changedFields, isStale } from '../write-path/changes.ts';
import { accepted, refused, refusedField, type Decision } from '../write-path/decision.ts';
import type { EventOf } from '../write-path/event.ts';
import { live, type EquipmentRow, type Workset } from '../write-path/workset.ts';

/** Two serial numbers that differ only in the case of their letters are one. */
export const serialKey = (serialNumber: string): string => serialNumber.toLowerCase();

export function createEquipment(workset: Workset, event: EventOf<'EQUIPMENT_CREATED'>): Decision {
  const { aggregateId: id, payload, userId } = event;
  if (userId === null) throw new Error('Somebody answers for every item of equipment');
  if (workset.equipment.get(id) !== undefined) {
    return refusedField('VALIDATION_FAILED', ['id'], 'Another item has this id');
  }
  const refusal = refuseWell(workset, payload.wellId) ?? refuseSerial(workset, payload.serialNumber, id);
  if (refusal !== null) return refusal;
  workset.equipment.put(id, {
    id,
    wellId: payload.wellId,
    equipmentType: payload.equipmentType,
    serialNumber: payload.serialNumber,
    assetTag: payload.assetTag ?? null,
    manufacturer: payload.manufacturer ?? null,
    model: payload.model ?? null,
    installationDate: payload.installationDate ?? null,
    status: payload.status ?? 'OPERATIONAL',
    serviceIntervalDays: payload.serviceIntervalDays ?? null,
    createdBy: userId,
    updatedBy: userId,
    createdAt: event.receivedAt,
    updatedAt: event.receivedAt,
    version: 1,
    deleted: false,
  });
  return accepted(id);
}

export function updateEquipment(workset: Workset, event: EventOf<'EQUIPMENT_UPDATED'>): Decision {
  const item = live(workset.equipment.get(event.aggregateId));
  if (item === undefined) return refused('EQUIPMENT_NOT_FOUND');
  if (isStale(event, item)) return refused('VERSION_CONFLICT', { standing: item });
  const changes = changedFields<EquipmentRow>(item, event.payload);
  if (Object.keys(changes).length === 0) return accepted(item.id, false);
  const refusal =
    (changes.wellId === undefined ? null : refuseWell(workset, changes.wellId)) ??
    (changes.serialNumber === undefined ? null : refuseSerial(workset, changes.serialNumber, item.id));
  if (refusal !== null) return refusal;
  return storeEquipment(workset, { ...item, ...changes }, event);
}

export function deleteEquipment(workset: Workset, event: EventOf<'EQUIPMENT_DELETED'>): Decision {
  const item = live(workset.equipment.get(event.aggregateId));
  if (item === undefined) return refused('EQUIPMENT_NOT_FOUND');
  if (isStale(event, item)) return refused('VERSION_CONFLICT', { standing: item });
  return storeEquipment(workset, { ...item, deleted: true }, event);
}

/** Puts a changed item back, as the event's doing. */
export function storeEquipment(
  workset: Workset,
  item: EquipmentRow,
  event: { readonly userId: string | null; readonly receivedAt: string },
): Decision {
  workset.equipment.put(item.id, {
    ...item,
    updatedBy: event.userId ?? item.updatedBy,
    updatedAt: event.receivedAt,
    version: item.version + 1,
  });
  return accepted(item.id);
}

function refuseWell(workset: Workset, wellId: string): Decision | null {
  const well = live(workset.wells.get(wellId));
  if (well === undefined) return refused('WELL_NOT_FOUND');
  return well.status === 'PLUGGED' ? refused('WELL_PLUGGED') : null;
}

function refuseSerial(workset: Workset, serialNumber: string, itemId: string): Decision | null {
  const key = serialKey(serialNumber);
  const taken = workset.equipment
    .all()
    .some((item) => !item.deleted && item.id !== itemId && serialKey(item.serialNumber) === key);
  return taken
    ? refusedField('SERIAL_NUMBER_TAKEN', ['serialNumber'], 'Another item has this serial number')
    : null;
}
