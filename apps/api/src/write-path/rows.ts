/** Between the tables' rows and the rules' records. `deleted_at` becomes `deleted`; the rest keeps its meaning. */
import type { Equipment, Maintenance, ProductionRecord, TenantSettings, Well } from '@wellpulse/contracts';
import type { AlertRow, EquipmentRow, PhotoRow, ProductionRow, UserRow, WellRow } from '@wellpulse/domain';
import type { TenantSchema } from '../database/tenant-schema.ts';

type Rows = TenantSchema;

export const toSettings = (row: Rows['tenant_settings']): TenantSettings => ({
  name: row.name,
  timeZone: row.time_zone,
  conflictPolicy: row.conflict_policy,
  varianceThresholdPercent: row.variance_threshold_percent,
  serviceIntervals: row.service_intervals,
  updatedAt: row.updated_at,
  version: row.version,
});

export const toWell = (row: Rows['wells']): Well => ({
  id: row.id,
  apiNumber: row.api_number,
  name: row.name,
  lease: row.lease,
  field: row.field,
  operator: row.operator,
  latitude: row.latitude,
  longitude: row.longitude,
  status: row.status,
  spudDate: row.spud_date,
  route: row.route,
  routePosition: row.route_position,
  operatorIds: row.operator_ids,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  version: row.version,
});

export const toWellRow = (row: Rows['wells']): WellRow => ({
  ...toWell(row),
  deleted: row.deleted_at !== null,
});

export const toUserRow = (row: Rows['users']): UserRow => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role,
  status: row.status,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  version: row.version,
  deleted: row.deleted_at !== null,
});

export const toProduction = (row: Rows['production_data']): ProductionRecord => ({
  id: row.id,
  wellId: row.well_id,
  productionDate: row.production_date,
  oilVolume: row.oil_volume,
  gasVolume: row.gas_volume,
  waterVolume: row.water_volume,
  entryMethod: row.entry_method,
  notes: row.notes,
  location: row.location,
  createdBy: row.created_by,
  updatedBy: row.updated_by,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  version: row.version,
});

export const toProductionRow = (row: Rows['production_data']): ProductionRow => ({
  ...toProduction(row),
  deleted: row.deleted_at !== null,
});

export const toAlertRow = (row: Rows['variance_alerts']): AlertRow => ({
  id: row.id,
  wellId: row.well_id,
  productionDate: row.production_date,
  product: row.product,
  kind: row.kind,
  previousValue: row.previous_value,
  currentValue: row.current_value,
  changePercent: row.change_percent,
  status: row.status,
  acknowledgedBy: row.acknowledged_by,
  acknowledgedAt: row.acknowledged_at,
  comment: row.comment,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  version: row.version,
});

export const toEquipment = (row: Rows['equipment']): Equipment => ({
  id: row.id,
  wellId: row.well_id,
  equipmentType: row.equipment_type,
  serialNumber: row.serial_number,
  assetTag: row.asset_tag,
  manufacturer: row.manufacturer,
  model: row.model,
  installationDate: row.installation_date,
  status: row.status,
  serviceIntervalDays: row.service_interval_days,
  createdBy: row.created_by,
  updatedBy: row.updated_by,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  version: row.version,
});

export const toEquipmentRow = (row: Rows['equipment']): EquipmentRow => ({
  ...toEquipment(row),
  deleted: row.deleted_at !== null,
});

export const toMaintenance = (row: Rows['equipment_maintenance']): Maintenance => ({
  id: row.id,
  equipmentId: row.equipment_id,
  maintenanceDate: row.maintenance_date,
  maintenanceType: row.maintenance_type,
  description: row.description,
  technician: row.technician,
  cost: row.cost,
  nextMaintenanceDate: row.next_maintenance_date,
  equipmentStatus: row.equipment_status,
  location: row.location,
  photoUrls: row.photo_urls,
  createdBy: row.created_by,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  version: row.version,
});

export const toPhotoRow = (row: Rows['photos']): PhotoRow => ({
  id: row.id,
  aliasIds: row.alias_ids,
  equipmentId: row.equipment_id,
  sha256: row.sha256,
  sizeBytes: row.size_bytes,
  contentType: row.content_type,
  takenAt: row.taken_at,
  location: row.location,
  state: row.state,
  width: row.width,
  height: row.height,
  hasThumbnail: row.has_thumbnail,
  createdBy: row.created_by,
  deviceId: row.device_id,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  version: row.version,
});
