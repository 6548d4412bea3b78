/** Writes back what a batch changed: one statement for each kind of record that it changed, with its rows as JSON (ADR 4). */
import { isToldByLog, ownerOf, photoPath, type PhotoRow, type Workset } from '@wellpulse/domain';
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
  await upsert(db, 'equipment', 'id', inFeed(equipment.changed().map(fromEquipment)));
  await upsert(db, 'equipment_maintenance', 'id', inFeed(maintenance.changed().map(fromMaintenance)));
  await upsert(db, 'photos', 'id', workset.photos.changed().map(fromPhoto));
  await touchEntriesOf(db, workset.photos.changed(), sequence);
  await upsert(db, 'conflicts', 'id', inFeed(conflicts.changed().map(fromConflict)));
  const histories = workset.histories.changed().filter((history) => !isToldByLog(history));
  await upsert(db, 'field_histories', 'record_id', histories.map(fromHistory));
}

/** As `isPhotoOfMaintenance` and `isPhotoOfReading` of the domain say; a test holds them together. */
async function touchEntriesOf(db: Db, photos: readonly PhotoRow[], sequence: number): Promise<void> {
  const ofItems = photos.filter(({ equipmentId }) => equipmentId !== null);
  const ofWells = photos.filter(({ wellId }) => wellId !== null);
  if (ofItems.length > 0) {
    const paths = ofItems.map((photo) => photoPath(ownerOf(photo), photo.sha256));
    await sql`
      update equipment_maintenance set log_sequence = ${sequence}
      where equipment_id = any(${ofItems.map(({ equipmentId }) => equipmentId)}::uuid[])
        and photo_urls && ${paths}::text[]`.execute(db);
  }
  if (ofWells.length > 0) {
    await sql`
      update production_data p set log_sequence = ${sequence}
      from unnest(${ofWells.map(({ wellId }) => wellId)}::uuid[], ${ofWells.map(({ sha256 }) => sha256)}::text[])
        as changed (well_id, sha256)
      where p.well_id = changed.well_id and p.photo_hashes <> '{}'
        and p.photo_hashes @> array[changed.sha256]`.execute(db);
  }
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
