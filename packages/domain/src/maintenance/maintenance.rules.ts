/** Maintenance: a log entry is written once. What it says of the item's status changes the item with it. */
import { MAINTENANCE_FIELDS, valuesFrom } from '@wellpulse/contracts';
import { applyUpdate } from '../merging/apply-change.ts';
import { equipmentTarget, refuseMissing } from '../equipment/equipment.rules.ts';
import { announce, clashIndex, NAMES_ANOTHER, photoPath } from '../photos/photo.rules.ts';
import { accepted, refusedField, type Decision } from '../state/decision.ts';
import type { EventOf } from '../state/event.ts';
import { refuseFutureDay } from '../state/future-day.ts';
import { notDeleted, type Workset } from '../state/workset.ts';
import { nextMaintenance } from './next-maintenance.ts';

export function logMaintenance(workset: Workset, event: EventOf<'EQUIPMENT_MAINTENANCE_LOGGED'>): Decision {
  const { payload, userId } = event;
  if (userId === null) throw new Error('Somebody answers for every maintenance log');
  const row = workset.equipment.get(event.aggregateId);
  const item = notDeleted(row);
  if (item === undefined) return refuseMissing(workset, row, event);
  const { serviceIntervals } = workset.tenantSettings;
  const future = refuseFutureDay(workset, event, 'maintenanceDate', payload.maintenanceDate);
  if (future !== null) return future;
  if (workset.maintenance.get(payload.maintenanceId) !== undefined) {
    return refusedField('VALIDATION_FAILED', ['maintenanceId'], 'Another log entry has this id');
  }
  const photos = payload.photos ?? [];
  const clash = clashIndex(workset, item.id, photos);
  if (clash !== -1) return refusedField('VALIDATION_FAILED', ['photos', clash, 'photoId'], NAMES_ANOTHER);
  for (const photo of photos) announce(workset, photo, event);
  workset.maintenance.put(payload.maintenanceId, {
    id: payload.maintenanceId,
    equipmentId: item.id,
    ...valuesFrom(MAINTENANCE_FIELDS, payload),
    nextMaintenanceDate:
      payload.nextMaintenanceDate ??
      nextMaintenance(item, payload.maintenanceType, payload.maintenanceDate, serviceIntervals),
    photoUrls: [...new Set(photos.map(({ sha256 }) => photoPath(item.id, sha256)))],
    createdBy: userId,
    createdAt: event.receivedAt,
    updatedAt: event.receivedAt,
    version: workset.nextVersion(0),
  });
  const equipmentStatus = payload.equipmentStatus ?? null;
  if (equipmentStatus === null) return accepted(payload.maintenanceId);
  // The entry itself stands in nobody's way; the item's status may.
  const status = { status: equipmentStatus };
  const settled = applyUpdate(workset, event, equipmentTarget(workset, item, event), status);
  return settled.ok ? { ...settled, recordId: payload.maintenanceId, changed: true } : settled;
}
