/** Writes back what a batch changed: one statement for each kind of record that it changed. */
import type { TenantSettings, Well } from '@wellpulse/contracts';
import {
  photoPath,
  type AlertRow,
  type EquipmentRow,
  type MaintenanceRow,
  type PhotoRow,
  type ProductionRow,
  type UserRow,
  type Workset,
} from '@wellpulse/domain';
import { sql, type Transaction } from 'kysely';
import type { TenantSchema } from '../database/tenant-schema.ts';
import { fromConflict, fromDevice, fromHistory } from './conflict-rows.ts';

type Db = Transaction<TenantSchema>;
type Rows = TenantSchema;

/** `sequence`: the newest event of the log, by which devices find what changed. */
export async function saveWorkset(db: Db, workset: Workset, sequence: number): Promise<void> {
  const inFeed = <Row>(rows: readonly Row[]) => rows.map((row) => ({ ...row, log_sequence: sequence }));
  const { wells, production, alerts, equipment, maintenance, conflicts } = workset;
  await upsert(db, 'tenant_settings', 'only_row', workset.settings.changed().map(fromSettings));
  await upsert(db, 'users', 'id', workset.users.changed().map(fromUser));
  await upsert(db, 'devices', 'id', workset.devices.changed().map(fromDevice));
  await upsert(db, 'wells', 'id', inFeed(wells.changed().map(fromWell)));
  await upsert(db, 'production_data', 'id', inFeed(production.changed().map(fromProduction)));
  await upsert(db, 'variance_alerts', 'id', inFeed(alerts.changed().map(fromAlert)));
  await noteMoves(db, equipment.changed(), sequence);
  await upsert(db, 'equipment', 'id', inFeed(equipment.changed().map(fromEquipment)));
  await upsert(db, 'equipment_maintenance', 'id', inFeed(maintenance.changed().map(fromMaintenance)));
  await upsert(db, 'photos', 'id', workset.photos.changed().map(fromPhoto));
  await touchMaintenanceOf(db, workset.photos.changed(), sequence);
  await upsert(db, 'conflicts', 'id', inFeed(conflicts.changed().map(fromConflict)));
  await upsert(db, 'field_histories', 'record_id', workset.histories.changed().map(fromHistory));
}

/**
 * Before the items are written: those that leave a well are remembered with it, so that its people hear of it; their log
 * entries go along.
 */
async function noteMoves(db: Db, items: readonly EquipmentRow[], sequence: number): Promise<void> {
  if (items.length === 0) return;
  const ids = items.map(({ id }) => id);
  const wellIds = items.map(({ wellId }) => wellId);
  await sql`
    with moved as (
      select e.id, e.well_id from unnest(${ids}::uuid[], ${wellIds}::uuid[]) as written (id, well_id)
      join equipment e on e.id = written.id and e.well_id <> written.well_id),
    noted as (
      insert into equipment_left_wells (equipment_id, well_id) select id, well_id from moved
      on conflict do nothing)
    update equipment_maintenance set log_sequence = ${sequence}
    where equipment_id in (select id from moved)`.execute(db);
}

/** A log entry carries its photos' states to the devices, so it changes with them. */
async function touchMaintenanceOf(db: Db, photos: readonly PhotoRow[], sequence: number): Promise<void> {
  if (photos.length === 0) return;
  const paths = photos.map(({ equipmentId, sha256 }) => photoPath(equipmentId, sha256));
  const equipmentIds = photos.map(({ equipmentId }) => equipmentId);
  await sql`
    update equipment_maintenance set log_sequence = ${sequence}
    where equipment_id = any(${equipmentIds}::uuid[]) and photo_urls && ${paths}::text[]`.execute(db);
}

/** Rows travel as one JSON text and are given their types by the table itself. */
async function upsert<Table extends keyof TenantSchema>(
  db: Db,
  table: Table,
  key: keyof Rows[Table] & string,
  rows: readonly Rows[Table][],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const updates = Object.keys(first)
    .filter((column) => column !== key)
    .map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`);
  await sql`
    insert into ${sql.table(table)}
    select * from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    on conflict (${sql.ref(key)}) do update set ${sql.join(updates)}`.execute(db);
}

/** A row without its place in the feed, which is that of the batch. */
type Unplaced<Table extends keyof TenantSchema> = Omit<Rows[Table], 'log_sequence'>;

const fromSettings = (settings: TenantSettings): Rows['tenant_settings'] => ({
  only_row: true,
  name: settings.name,
  time_zone: settings.timeZone,
  conflict_policy: settings.conflictPolicy,
  variance_threshold_percent: settings.varianceThresholdPercent,
  service_intervals: settings.serviceIntervals,
  updated_at: settings.updatedAt,
  version: settings.version,
});

/** A deleted row was deleted by its last change. */
const deletedAt = (row: { deleted: boolean; updatedAt: string }): string | null =>
  row.deleted ? row.updatedAt : null;

const fromUser = (user: UserRow): Rows['users'] => ({
  id: user.id,
  email: user.email,
  name: user.name,
  role: user.role,
  status: user.status,
  created_at: user.createdAt,
  updated_at: user.updatedAt,
  deleted_at: deletedAt(user),
  version: user.version,
});

const fromWell = (well: Well & { deleted: boolean }): Unplaced<'wells'> => ({
  id: well.id,
  api_number: well.apiNumber,
  name: well.name,
  lease: well.lease,
  field: well.field,
  operator: well.operator,
  latitude: well.latitude,
  longitude: well.longitude,
  status: well.status,
  spud_date: well.spudDate,
  route: well.route,
  route_position: well.routePosition,
  operator_ids: well.operatorIds,
  created_at: well.createdAt,
  updated_at: well.updatedAt,
  deleted_at: deletedAt(well),
  version: well.version,
});

const fromProduction = (row: ProductionRow): Unplaced<'production_data'> => ({
  id: row.id,
  well_id: row.wellId,
  production_date: row.productionDate,
  oil_volume: row.oilVolume,
  gas_volume: row.gasVolume,
  water_volume: row.waterVolume,
  entry_method: row.entryMethod,
  notes: row.notes,
  location: row.location,
  created_by: row.createdBy,
  updated_by: row.updatedBy,
  created_at: row.createdAt,
  updated_at: row.updatedAt,
  deleted_at: deletedAt(row),
  version: row.version,
});

const fromAlert = (alert: AlertRow): Unplaced<'variance_alerts'> => ({
  id: alert.id,
  well_id: alert.wellId,
  production_date: alert.productionDate,
  product: alert.product,
  kind: alert.kind,
  previous_value: alert.previousValue,
  current_value: alert.currentValue,
  change_percent: alert.changePercent,
  status: alert.status,
  acknowledged_by: alert.acknowledgedBy,
  acknowledged_at: alert.acknowledgedAt,
  comment: alert.comment,
  created_at: alert.createdAt,
  updated_at: alert.updatedAt,
  version: alert.version,
});

const fromEquipment = (item: EquipmentRow): Unplaced<'equipment'> => ({
  id: item.id,
  well_id: item.wellId,
  equipment_type: item.equipmentType,
  serial_number: item.serialNumber,
  asset_tag: item.assetTag,
  manufacturer: item.manufacturer,
  model: item.model,
  installation_date: item.installationDate,
  status: item.status,
  service_interval_days: item.serviceIntervalDays,
  created_by: item.createdBy,
  updated_by: item.updatedBy,
  created_at: item.createdAt,
  updated_at: item.updatedAt,
  deleted_at: deletedAt(item),
  version: item.version,
});

const fromMaintenance = (entry: MaintenanceRow): Unplaced<'equipment_maintenance'> => ({
  id: entry.id,
  equipment_id: entry.equipmentId,
  maintenance_date: entry.maintenanceDate,
  maintenance_type: entry.maintenanceType,
  description: entry.description,
  technician: entry.technician,
  cost: entry.cost,
  next_maintenance_date: entry.nextMaintenanceDate,
  equipment_status: entry.equipmentStatus,
  location: entry.location,
  photo_urls: entry.photoUrls,
  created_by: entry.createdBy,
  created_at: entry.createdAt,
  updated_at: entry.updatedAt,
  version: entry.version,
});

const fromPhoto = (photo: PhotoRow): Rows['photos'] => ({
  id: photo.id,
  alias_ids: [...photo.aliasIds],
  equipment_id: photo.equipmentId,
  sha256: photo.sha256,
  size_bytes: photo.sizeBytes,
  content_type: photo.contentType,
  taken_at: photo.takenAt,
  location: photo.location,
  state: photo.state,
  width: photo.width,
  height: photo.height,
  has_thumbnail: photo.hasThumbnail,
  created_by: photo.createdBy,
  device_id: photo.deviceId,
  created_at: photo.createdAt,
  updated_at: photo.updatedAt,
  version: photo.version,
});
