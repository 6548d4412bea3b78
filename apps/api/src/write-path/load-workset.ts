/** Loads what a batch touches: a fixed number of queries, whatever its size. */
import {
  alertKey,
  needRecordOf,
  needsOf,
  ownerOf,
  photoKey,
  productionKey,
  SETTINGS_KEY,
  toldHistory,
  Workset,
  type DomainEvent,
  type Needs,
} from '@wellpulse/domain';
import { sql, type Transaction } from 'kysely';
import type { TenantSchema } from '../database/tenant-schema.ts';
import { toDomainEvent } from './event-log.ts';
import type { LogRow } from './hash-chain.ts';
import {
  toAlertRow,
  toConflict,
  toDeviceRow,
  toEquipmentRow,
  toHistory,
  toLineage,
  toMaintenance,
  toPhotoRow,
  toProductionRow,
  toSettings,
  toUserRow,
  toWellRow,
} from './records.ts';

type Db = Transaction<TenantSchema>;

export async function loadWorkset(db: Db, events: readonly DomainEvent[]): Promise<Workset> {
  const needs = needsOf(events);
  const workset = new Workset();
  await loadSettings(db, workset);
  await loadLineage(db, workset);
  await loadConflicts(db, workset, needs);
  await loadEquipment(db, workset, needs);
  // What is done to an item is judged by the well that it stands at.
  for (const { wellId } of workset.equipment.all()) needs.wellIds.add(wellId);
  await loadWells(db, workset, needs);
  await loadUsers(db, workset, needs);
  await loadProduction(db, workset, needs);
  await loadUnsettled(db, workset, needs);
  await loadAlerts(db, workset, needs);
  await loadMaintenance(db, workset, needs);
  await loadPhotos(db, workset, needs);
  await loadDevices(db, workset, needs);
  await loadHistories(db, workset);
  return workset;
}

async function loadSettings(db: Db, workset: Workset): Promise<void> {
  const row = await db.selectFrom('tenant_settings').selectAll().executeTakeFirst();
  if (row !== undefined) workset.settings.load(SETTINGS_KEY, toSettings(row));
}

/** Only the present one counts. */
async function loadLineage(db: Db, workset: Workset): Promise<void> {
  const row = await db.selectFrom('lineages').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (row !== undefined) workset.lineages.load(String(row.id), toLineage(row));
}

async function loadWells(db: Db, workset: Workset, needs: Needs): Promise<void> {
  if (needs.wellIds.size === 0 && needs.apiNumbers.size === 0) return;
  const rows = await db
    .selectFrom('wells')
    .selectAll()
    .where((where) =>
      where.or([
        where('id', '=', sql<string>`any(${[...needs.wellIds]}::uuid[])`),
        where('api_number', '=', sql<string>`any(${[...needs.apiNumbers]}::text[])`),
      ]),
    )
    .execute();
  for (const row of rows) workset.wells.load(row.id, toWellRow(row));
}

async function loadUsers(db: Db, workset: Workset, needs: Needs): Promise<void> {
  if (needs.userIds.size === 0 && needs.emails.size === 0 && !needs.admins) return;
  const rows = await db
    .selectFrom('users')
    .selectAll()
    .where((where) =>
      where.or([
        where('id', '=', sql<string>`any(${[...needs.userIds]}::uuid[])`),
        where('email', '=', sql<string>`any(${[...needs.emails]}::text[])`),
        ...(needs.admins ? [where('role', '=', 'ADMIN')] : []),
      ]),
    )
    .execute();
  for (const row of rows) workset.users.load(row.id, toUserRow(row));
}

async function loadProduction(db: Db, workset: Workset, needs: Needs): Promise<void> {
  if (needs.productionDays.size === 0) return;
  const { rows } = await sql<TenantSchema['production_data']>`
    select p.* from ${wantedDays(needs)}
    join production_data p on p.well_id = wanted.well_id and p.production_date = wanted.day`.execute(db);
  for (const row of rows) {
    workset.production.load(productionKey(row.well_id, row.production_date), toProductionRow(row));
  }
}

async function loadAlerts(db: Db, workset: Workset, needs: Needs): Promise<void> {
  if (needs.productionDays.size === 0 && needs.alertIds.size === 0) return;
  const { rows } = await sql<TenantSchema['variance_alerts']>`
    select a.* from ${wantedDays(needs)}
    join variance_alerts a on a.well_id = wanted.well_id and a.production_date = wanted.day
    union
    select a.* from variance_alerts a where a.id = any(${[...needs.alertIds]}::uuid[])`.execute(db);
  for (const row of rows) {
    workset.alerts.load(alertKey(row.well_id, row.production_date, row.product), toAlertRow(row));
  }
}

const wantedDays = (needs: Needs) => {
  const days = [...needs.productionDays.values()];
  return sql`unnest(${days.map(({ wellId }) => wellId)}::uuid[], ${days.map(({ day }) => day)}::date[])
    as wanted (well_id, day)`;
};

async function loadEquipment(db: Db, workset: Workset, needs: Needs): Promise<void> {
  if (needs.equipmentIds.size === 0 && needs.serialNumbers.size === 0) return;
  const rows = await db
    .selectFrom('equipment')
    .selectAll()
    .where((where) =>
      where.or([
        where('id', '=', sql<string>`any(${[...needs.equipmentIds]}::uuid[])`),
        sql<boolean>`search_key(serial_number) = any(${[...needs.serialNumbers]}::text[]) and deleted_at is null`,
      ]),
    )
    .execute();
  for (const row of rows) workset.equipment.load(row.id, toEquipmentRow(row));
}

async function loadMaintenance(db: Db, workset: Workset, needs: Needs): Promise<void> {
  if (needs.maintenanceIds.size === 0 && needs.maintainedIds.size === 0) return;
  const rows = await db
    .selectFrom('equipment_maintenance')
    .selectAll()
    .where((where) =>
      where.or([
        where('id', '=', sql<string>`any(${[...needs.maintenanceIds]}::uuid[])`),
        where('equipment_id', '=', sql<string>`any(${[...needs.maintainedIds]}::uuid[])`),
      ]),
    )
    .execute();
  for (const row of rows) workset.maintenance.load(row.id, toMaintenance(row));
}

async function loadPhotos(db: Db, workset: Workset, needs: Needs): Promise<void> {
  if (needs.photoIds.size === 0) return;
  const ids = [...needs.photoIds];
  const { rows } = await sql<TenantSchema['photos']>`
    select * from photos where id = any(${ids}::uuid[]) or alias_ids && ${ids}::uuid[]
      or sha256 = any(${[...needs.photoHashes]}::text[])`.execute(db);
  for (const photo of rows.map(toPhotoRow))
    workset.photos.load(photoKey(ownerOf(photo), photo.sha256), photo);
}

/** First of all: what a conflict is about is needed with it. */
async function loadConflicts(db: Db, workset: Workset, needs: Needs): Promise<void> {
  if (needs.conflictIds.size === 0) return;
  const rows = await db
    .selectFrom('conflicts')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...needs.conflictIds]}::uuid[])`)
    .execute();
  for (const conflict of rows.map(toConflict)) {
    workset.conflicts.load(conflict.id, conflict);
    needRecordOf(needs, conflict);
  }
}

/** After the readings: what is taken back is taken out of the conflicts that nobody has settled. */
async function loadUnsettled(db: Db, workset: Workset, needs: Needs): Promise<void> {
  const ids = [...needs.deletedDays].flatMap((key) => workset.production.get(key)?.id ?? []);
  if (ids.length === 0) return;
  const rows = await db
    .selectFrom('conflicts')
    .selectAll()
    .where('record_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('status', 'in', ['OPEN', 'SETTLED'])
    .execute();
  for (const conflict of rows.map(toConflict)) workset.conflicts.load(conflict.id, conflict);
}

async function loadDevices(db: Db, workset: Workset, needs: Needs): Promise<void> {
  if (needs.deviceIds.size === 0) return;
  const rows = await db
    .selectFrom('devices')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...needs.deviceIds]}::uuid[])`)
    .execute();
  for (const row of rows) workset.devices.load(row.id, toDeviceRow(row));
}

/** Last of all: of the records that were found. */
async function loadHistories(db: Db, workset: Workset): Promise<void> {
  const ids = [...workset.production.all(), ...workset.equipment.all()].map(({ id }) => id);
  if (ids.length === 0) return;
  const rows = await db
    .selectFrom('field_histories')
    .selectAll()
    .where('record_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  for (const row of rows) workset.histories.load(row.record_id, toHistory(row));
  await tellHistories(db, workset);
}

/** Of the other records the log tells it, if a device made them. */
async function tellHistories(db: Db, workset: Workset): Promise<void> {
  const records = [...workset.production.all(), ...workset.equipment.all()];
  const untouched = new Map(
    records.filter(({ id }) => workset.histories.get(id) === undefined).map((record) => [record.id, record]),
  );
  if (untouched.size === 0) return;
  const { rows } = await sql<LogRow>`
    select distinct on (record_id) * from event_log where record_id = any(${[...untouched.keys()]}::uuid[])
    order by record_id, sequence`.execute(db);
  for (const row of rows) {
    const record = untouched.get(row.record_id);
    const history =
      record === undefined || row.device_id === null ? undefined : toldHistory(toDomainEvent(row), record);
    if (history !== undefined) workset.histories.load(history.recordId, history);
  }
}
