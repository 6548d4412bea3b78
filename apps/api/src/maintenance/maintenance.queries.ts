/** Reading maintenance logs. */
import type { EquipmentType, MaintenanceEntry, MaintenanceType, Page, Photo } from '@wellpulse/contracts';
import { ownerOf, photoHashIn, photoPath } from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import { afterCursor, inOrder, toPage, type Keyset } from '../http/endpoints/keyset.ts';
import type { TenantSchema } from '../database/tenant-schema.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { Caller } from '../http/request.ts';
import type { PhotoLinks } from '../photos/photo-links.ts';
import { tenantFolder } from '../photos/photo-names.ts';
import { toMaintenance, toPhotoRow } from '../write-path/records.ts';

type Row = TenantSchema['equipment_maintenance'] & {
  created_by_name: string | null;
  serial_number: string;
  equipment_type: EquipmentType;
  well_id: string;
  well_name: string;
};

export interface LogFilter {
  readonly equipmentId?: string | undefined;
  readonly wellId?: string | undefined;
  readonly maintenanceType?: MaintenanceType | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface LogQuery extends LogFilter {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly order: 'asc' | 'desc';
}

/** Logs with their item and its well, deleted ones too: what was done and paid stays so. */
export const LOGS = sql`equipment_maintenance m
  join equipment e on e.id = m.equipment_id join wells w on w.id = e.well_id`;

const COLUMNS = sql`m.*, e.serial_number, e.equipment_type, e.well_id, w.name as well_name,
  (select u.name from users u where u.id = m.created_by) as created_by_name`;

export function logFilter(query: LogFilter): RawBuilder<boolean> {
  const conditions = [sql`true`];
  if (query.equipmentId !== undefined) conditions.push(sql`m.equipment_id = ${query.equipmentId}`);
  if (query.wellId !== undefined) conditions.push(sql`e.well_id = ${query.wellId}`);
  if (query.maintenanceType !== undefined) {
    conditions.push(sql`m.maintenance_type = ${query.maintenanceType}`);
  }
  if (query.from !== undefined) conditions.push(sql`m.maintenance_date >= ${query.from}`);
  if (query.to !== undefined) conditions.push(sql`m.maintenance_date <= ${query.to}`);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

export async function listMaintenance(
  caller: Caller,
  links: PhotoLinks,
  query: LogQuery,
): Promise<Page<MaintenanceEntry> & { total: number }> {
  const { db } = caller.database;
  const filter = logFilter(query);
  const keyset: Keyset = {
    value: sql`m.maintenance_date`,
    type: 'date',
    id: sql`m.id`,
    order: query.order,
    cursor: query.cursor,
  };
  const { rows } = await sql<Row & { sort_value: string }>`
    select ${COLUMNS}, m.maintenance_date as sort_value from ${LOGS}
    where ${filter} and ${afterCursor(keyset)} order by ${inOrder(keyset)} limit ${query.limit + 1}`.execute(
    db,
  );
  const total = await sql<{ total: number }>`select count(*) as total from ${LOGS} where ${filter}`.execute(
    db,
  );
  const { items, nextCursor } = toPage(rows, query.limit, (row) => row);
  return {
    items: await toEntries(caller, links, items),
    nextCursor,
    total: total.rows[0]?.total ?? 0,
  };
}

/** Throws `MAINTENANCE_NOT_FOUND` if the item has no such log. */
export async function readMaintenance(
  caller: Caller,
  links: PhotoLinks,
  equipmentId: string,
  maintenanceId: string,
): Promise<MaintenanceEntry> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from ${LOGS} where m.id = ${maintenanceId} and m.equipment_id = ${equipmentId}`.execute(
    caller.database.db,
  );
  const [entry] = await toEntries(caller, links, rows);
  if (entry === undefined) throw new ProblemError('MAINTENANCE_NOT_FOUND');
  return entry;
}

async function toEntries(
  caller: Caller,
  links: PhotoLinks,
  rows: readonly Row[],
): Promise<MaintenanceEntry[]> {
  const photos = await photosOf(caller, links, rows);
  return rows.map((row) => ({
    ...toMaintenance(row),
    photoUrls: row.photo_urls.map((path) => `${tenantFolder(caller.tenant.slug)}${path}`),
    photos: row.photo_urls.flatMap((path) => photos.get(path) ?? []),
    createdByName: row.created_by_name,
    serialNumber: row.serial_number,
    equipmentType: row.equipment_type,
    wellId: row.well_id,
    wellName: row.well_name,
  }));
}

/** The photos of all these logs by their paths, in one query. */
async function photosOf(
  caller: Caller,
  links: PhotoLinks,
  rows: readonly Row[],
): Promise<Map<string, Photo>> {
  const withPhotos = rows.filter(({ photo_urls: paths }) => paths.length > 0);
  if (withPhotos.length === 0) return new Map();
  const equipmentIds = withPhotos.map((row) => row.equipment_id);
  const hashes = withPhotos.flatMap((row) => row.photo_urls.map(photoHashIn));
  const found = await caller.database.db
    .selectFrom('photos')
    .selectAll()
    .where('equipment_id', '=', sql<string>`any(${equipmentIds}::uuid[])`)
    .where('sha256', '=', sql<string>`any(${hashes}::text[])`)
    .execute();
  const photos = await links.of(caller, found.map(toPhotoRow));
  return new Map(photos.map((photo) => [photoPath(ownerOf(photo), photo.sha256), photo]));
}
