/** Writes back what a batch changed: one statement for each kind of record that it changed. */
import { photoPath, type EquipmentRow, type PhotoRow, type Workset } from '@wellpulse/domain';
import { sql, type Transaction } from 'kysely';
import type { TenantSchema } from '../database/tenant-schema.ts';
import {
  fromAlert,
  fromConflict,
  fromDevice,
  fromEquipment,
  fromHistory,
  fromLineage,
  fromMaintenance,
  fromPhoto,
  fromProduction,
  fromSettings,
  fromUser,
  fromWell,
} from './records.ts';

type Db = Transaction<TenantSchema>;
type Rows = TenantSchema;

/** `sequence`: the newest event of the log, by which devices find what changed. */
export async function saveWorkset(db: Db, workset: Workset, sequence: number): Promise<void> {
  const inFeed = <Row>(rows: readonly Row[]) => rows.map((row) => ({ ...row, log_sequence: sequence }));
  const { wells, production, alerts, equipment, maintenance, conflicts } = workset;
  await upsert(db, 'tenant_settings', 'only_row', workset.settings.changed().map(fromSettings));
  await upsert(db, 'lineages', 'id', workset.lineages.changed().map(fromLineage));
  await upsert(db, 'users', 'id', workset.users.changed().map(fromUser));
  await upsert(db, 'devices', 'id', workset.devices.changed().map(fromDevice));
  await upsert(db, 'wells', 'id', inFeed(wells.changed().map(fromWell)));
  await upsert(db, 'production_data', 'id', inFeed(production.changed().map(fromProduction)));
  await upsert(db, 'variance_alerts', 'id', inFeed(alerts.changed().map(fromAlert)));
  await recordMoves(db, equipment.changed(), sequence);
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
async function recordMoves(db: Db, items: readonly EquipmentRow[], sequence: number): Promise<void> {
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
