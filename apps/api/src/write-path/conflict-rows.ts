/** Between the tables' rows and the rules' records of devices, and of changes that met. */
import type { ConflictRecord } from '@wellpulse/contracts';
import type { DeviceRow, FieldHistory } from '@wellpulse/domain';
import type { TenantSchema } from '../database/tenant-schema.ts';

type Rows = TenantSchema;

export const toConflict = (row: Rows['conflicts']): ConflictRecord => ({
  id: row.id,
  eventId: row.event_id,
  eventType: row.event_type,
  entity: row.entity,
  recordId: row.record_id,
  wellId: row.well_id,
  productionDate: row.production_date,
  outcome: row.outcome,
  reason: row.reason,
  fields: row.fields,
  existingData: row.existing_data,
  incomingData: row.incoming_data,
  existing: row.existing,
  incoming: row.incoming,
  status: row.status,
  choice: row.choice,
  resolvedBy: row.resolved_by,
  resolvedAt: row.resolved_at,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  version: row.version,
});

export const fromConflict = (conflict: ConflictRecord): Omit<Rows['conflicts'], 'log_sequence'> => ({
  id: conflict.id,
  event_id: conflict.eventId,
  event_type: conflict.eventType,
  entity: conflict.entity,
  record_id: conflict.recordId,
  well_id: conflict.wellId,
  production_date: conflict.productionDate,
  outcome: conflict.outcome,
  reason: conflict.reason,
  fields: conflict.fields,
  existing_data: conflict.existingData,
  incoming_data: conflict.incomingData,
  existing: conflict.existing,
  incoming: conflict.incoming,
  status: conflict.status,
  choice: conflict.choice,
  resolved_by: conflict.resolvedBy,
  resolved_at: conflict.resolvedAt,
  created_at: conflict.createdAt,
  updated_at: conflict.updatedAt,
  version: conflict.version,
});

export const toHistory = (row: Rows['field_histories']): FieldHistory => ({
  recordId: row.record_id,
  writes: row.writes,
});

export const fromHistory = (history: FieldHistory): Rows['field_histories'] => ({
  record_id: history.recordId,
  writes: history.writes,
});

export const toDeviceRow = (row: Rows['devices']): DeviceRow => ({
  id: row.id,
  name: row.name,
  platform: row.platform,
  userId: row.user_id,
  registeredAt: row.registered_at,
  revokedAt: row.revoked_at,
  version: row.version,
});

export const fromDevice = (device: DeviceRow): Rows['devices'] => ({
  id: device.id,
  name: device.name,
  platform: device.platform,
  user_id: device.userId,
  registered_at: device.registeredAt,
  revoked_at: device.revokedAt,
  version: device.version,
});
