/** Maintenance: a log entry is written once. What it says of the item's status changes the item with it. */
import { MAINTENANCE_FIELDS, valuesFrom, message } from '@wellpulse/contracts';
import { applyUpdate } from '../merging/apply-change.ts';
import { equipmentTarget, refuseMissing } from '../equipment/equipment.rules.ts';
import { announce, refusePhotos } from '../photos/photo.rules.ts';
import { photoPath, type PhotoOwner } from '../photos/photo-owner.ts';
import { accepted, refused, refusedField, type Decision } from '../state/decision.ts';
import type { EventOf } from '../state/event.ts';
import { refuseFutureDay } from '../state/future-day.ts';
import { notDeleted, type Workset } from '../state/workset.ts';
import { isAfterPlugging } from '../wells/plugging.ts';
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
  const well = workset.wells.get(item.wellId);
  if (well !== undefined && isAfterPlugging(well, payload.maintenanceDate)) return refused('WELL_PLUGGED');
  if (workset.maintenance.get(payload.maintenanceId) !== undefined) {
    return refusedField('VALIDATION_FAILED', ['maintenanceId'], message('logIdTaken'));
  }
  const photos = payload.photos ?? [];
  const owner: PhotoOwner = { kind: 'EQUIPMENT', id: item.id };
  const clash = refusePhotos(workset, owner, photos);
  if (clash !== null) return clash;
  for (const photo of photos) announce(workset, owner, photo, event);
  workset.maintenance.put(payload.maintenanceId, {
    id: payload.maintenanceId,
    equipmentId: item.id,
    ...valuesFrom(MAINTENANCE_FIELDS, payload),
    nextMaintenanceDate:
      payload.nextMaintenanceDate ??
      nextMaintenance(item, payload.maintenanceType, payload.maintenanceDate, serviceIntervals),
    photoUrls: [...new Set(photos.map(({ sha256 }) => photoPath(owner, sha256)))],
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
