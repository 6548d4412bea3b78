/** Equipment: a serial number is unique within the tenant; an item stands at one well and can be moved to another. */
import { EQUIPMENT_FIELDS, namesWith, valuesFrom, message } from '@wellpulse/contracts';
import type { Values } from '../merging/merge.ts';
import { recordCreation, applyDeletion, applyUpdate, type MergeTarget } from '../merging/apply-change.ts';
import { givenFields, isStale } from '../state/changes.ts';
import { refuseLostBase, refuseUnknown } from '../lineage/lineage.rules.ts';
import { accepted, refused, refusedField, type Decision } from '../state/decision.ts';
import { mayManageOthersWork, type Actor } from '../state/actor.ts';
import type { DomainEvent, EventOf } from '../state/event.ts';
import { searchKey } from '../texts.ts';
import { notDeleted, type EquipmentRow, type Workset } from '../state/workset.ts';

/** What people change in an item and may disagree about. */
const FIELDS = namesWith(EQUIPMENT_FIELDS, 'contested');

const contestedOf = (item: EquipmentRow): Values =>
  Object.fromEntries(FIELDS.map((field) => [field, item[field]]));

export function createEquipment(workset: Workset, event: EventOf<'EQUIPMENT_CREATED'>): Decision {
  const { aggregateId: id, payload, userId } = event;
  if (userId === null) throw new Error('Somebody answers for every item of equipment');
  const current = workset.equipment.get(id);
  if (current?.deleted === true && event.deviceId !== null) return refused('EQUIPMENT_DELETED');
  if (current !== undefined) {
    return refusedField('VALIDATION_FAILED', ['id'], message('itemIdTaken'));
  }
  const refusal = refuseWell(workset, payload.wellId) ?? refuseSerial(workset, payload.serialNumber, id);
  if (refusal !== null) return refusal;
  const row: EquipmentRow = {
    id,
    ...valuesFrom(EQUIPMENT_FIELDS, payload),
    createdBy: userId,
    updatedBy: userId,
    createdAt: event.receivedAt,
    updatedAt: event.receivedAt,
    version: workset.nextVersion(0),
    deleted: false,
  };
  workset.equipment.put(id, row);
  recordItem(workset, event, row);
  return accepted(id);
}

/** Remembers the first write of an item. */
export const recordItem = (
  workset: Workset,
  event: EventOf<'EQUIPMENT_CREATED'>,
  row: EquipmentRow,
): void => {
  recordCreation(workset, event, row, FIELDS, contestedOf(row));
};

export function updateEquipment(workset: Workset, event: EventOf<'EQUIPMENT_UPDATED'>): Decision {
  const row = workset.equipment.get(event.aggregateId);
  const item = notDeleted(row);
  if (item === undefined) return refuseMissing(workset, row, event);
  if (event.deviceId === null && isStale(event, item)) return refused('VERSION_CONFLICT', { current: item });
  const lostBase = refuseLostBase(workset, event, item);
  if (lostBase !== null) return lostBase;
  return applyUpdate(
    workset,
    event,
    equipmentTarget(workset, item, event),
    givenFields(event.payload, FIELDS),
  );
}

export function deleteEquipment(
  workset: Workset,
  event: EventOf<'EQUIPMENT_DELETED'>,
  actor: Actor,
): Decision {
  const row = workset.equipment.get(event.aggregateId);
  // Two devices that delete the same item agree.
  if (row?.deleted === true && event.deviceId !== null) return accepted(row.id, false);
  const item = notDeleted(row);
  if (item === undefined) return refuseMissing(workset, row, event);
  if (event.deviceId === null && isStale(event, item)) return refused('VERSION_CONFLICT', { current: item });
  const lostBase = refuseLostBase(workset, event, item);
  if (lostBase !== null) return lostBase;
  if (!mayManageOthersWork(actor) && !isOwnAlone(workset, item, actor))
    return refused('FORBIDDEN', { errors: [{ path: '', message: message('itemNotOwn') }] });
  return applyDeletion(workset, event, equipmentTarget(workset, item, event));
}

/** Whether nobody but its maker has written to an item, or logged maintenance on it. */
function isOwnAlone(workset: Workset, item: EquipmentRow, { userId }: Actor): boolean {
  const writes = workset.histories.get(item.id)?.writes ?? [];
  const writers = [item.createdBy, item.updatedBy, ...writes.map((write) => write.userId)];
  const loggers = workset.maintenance
    .all()
    .flatMap(({ equipmentId, createdBy }) => (equipmentId === item.id ? [createdBy] : []));
  return [...writers, ...loggers].every((id) => id === userId);
}

/** There is no such item. A device is told if there was one: its person has something to enter elsewhere. */
export const refuseMissing = (
  workset: Workset,
  row: EquipmentRow | undefined,
  event: DomainEvent,
): Decision =>
  row === undefined
    ? refuseUnknown(workset, event, 'EQUIPMENT_NOT_FOUND')
    : refused(event.deviceId === null ? 'EQUIPMENT_NOT_FOUND' : 'EQUIPMENT_DELETED');

/** An item as something that people change at the same time. */
export function equipmentTarget(workset: Workset, item: EquipmentRow, event: DomainEvent): MergeTarget {
  return {
    entity: 'EQUIPMENT',
    row: item,
    wellId: item.wellId,
    productionDate: null,
    values: contestedOf(item),
    store: (changes) => change(workset, item, changes, event),
  };
}

function change(workset: Workset, item: EquipmentRow, changes: Values, event: DomainEvent): Decision {
  const next: EquipmentRow = { ...item, ...changes };
  const refusal =
    (next.wellId === item.wellId ? null : refuseWell(workset, next.wellId)) ??
    (next.deleted ? null : refuseSerial(workset, next.serialNumber, item.id));
  if (refusal !== null) return refusal;
  workset.equipment.put(item.id, {
    ...next,
    updatedBy: event.userId ?? item.updatedBy,
    updatedAt: event.receivedAt,
    version: workset.nextVersion(item.version),
  });
  return accepted(item.id);
}

function refuseWell(workset: Workset, wellId: string): Decision | null {
  const well = notDeleted(workset.wells.get(wellId));
  if (well === undefined) return refused('WELL_NOT_FOUND');
  return well.status === 'PLUGGED' ? refused('WELL_PLUGGED') : null;
}

function refuseSerial(workset: Workset, serialNumber: string, itemId: string): Decision | null {
  const key = searchKey(serialNumber);
  const taken = workset.equipment
    .all()
    .some((item) => !item.deleted && item.id !== itemId && searchKey(item.serialNumber) === key);
  return taken ? refusedField('SERIAL_NUMBER_TAKEN', ['serialNumber'], message('serialNumberTaken')) : null;
}
