/** Where the wells are and how they stand, and where people stood when they made the day's entries. */
import type { endpoints, EndpointAnswer, MapEntry, MapWell } from '@wellpulse/contracts';
import { sql } from 'kysely';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { isInPlace, type HomeQuery } from './dashboard.queries.ts';

export async function readMap(
  db: TenantDb,
  query: HomeQuery,
): Promise<EndpointAnswer<(typeof endpoints)['dashboard']['map']>> {
  const [items, entries] = await Promise.all([readWells(db, query), readEntries(db, query)]);
  return { items, entries };
}

async function readWells(db: TenantDb, { date, ...place }: HomeQuery): Promise<MapWell[]> {
  const { rows } = await sql<Omit<MapWell, 'openAlerts'> & { open_alerts: number }>`
    select w.id, w.name, w.latitude, w.longitude, w.status, w.route,
      exists (select 1 from production_data p
        where p.well_id = w.id and p.production_date = ${date} and p.deleted_at is null) as entered,
      (select count(*) from variance_alerts a where a.well_id = w.id and a.status = 'OPEN') as open_alerts
    from wells w where w.deleted_at is null and w.latitude is not null and ${isInPlace(place)}
    order by w.name`.execute(db);
  return rows.map(({ open_alerts: openAlerts, ...well }) => ({ ...well, openAlerts }));
}

type EntryRow = Pick<MapEntry, 'id' | 'kind' | 'subject' | 'location'> & {
  well_id: string;
  well_name: string;
  user_name: string | null;
};

async function readEntries(db: TenantDb, { date, ...place }: HomeQuery): Promise<MapEntry[]> {
  const { rows } = await sql<EntryRow>`
    select p.id, 'PRODUCTION' as kind, p.location, u.name as user_name, w.id as well_id, w.name as well_name,
      null::json as subject
    from production_data p
    join wells w on w.id = p.well_id and w.deleted_at is null
    left join users u on u.id = p.created_by
    where p.production_date = ${date} and p.deleted_at is null and p.location is not null and ${isInPlace(place)}
    union all
    select m.id, 'MAINTENANCE', m.location, u.name, w.id, w.name, json_build_object(
      'equipmentId', e.id, 'equipmentType', e.equipment_type, 'serialNumber', e.serial_number)
    from equipment_maintenance m
    join equipment e on e.id = m.equipment_id
    join wells w on w.id = e.well_id and w.deleted_at is null
    left join users u on u.id = m.created_by
    where m.maintenance_date = ${date} and m.location is not null and ${isInPlace(place)}`.execute(db);
  return rows
    .map(({ well_id: wellId, well_name: wellName, user_name: userName, ...entry }) => ({
      ...entry,
      wellId,
      wellName,
      userName,
    }))
    .toSorted((left, right) => Date.parse(left.location.capturedAt) - Date.parse(right.location.capturedAt));
}
