/**
 * Items of equipment as they are read: with their well and what is due. The list, the due list, the calendar and the counts
 * share one fragment. So they can't disagree about when an item is due.
 */
import type { DueStatus, EquipmentItem, MaintenanceType } from '@wellpulse/contracts';
import { dueDaysOf, dueStatusOf, serviceInterval } from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import type { TenantSchema } from '../database/tenant-schema.ts';
import { toEquipment } from '../write-path/records.ts';

export type ItemRow = TenantSchema['equipment'] & {
  well_name: string;
  route: string | null;
  /** The tenant's for this type of equipment, by maintenance type. */
  default_intervals: Partial<Record<MaintenanceType, number>> | null;
  last_maintenance_date: string | null;
  next_maintenance_date: string | null;
  photo_count: number;
};

/** As `dueDay` of the domain says; a test holds the two together. */
const NEXT_MAINTENANCE = sql`case when w.deleted_at is null then coalesce(
  (select m.next_maintenance_date from equipment_maintenance m
    where m.equipment_id = e.id and m.next_maintenance_date is not null
    order by m.maintenance_date desc, m.created_at desc, m.id desc limit 1),
  (select least(first.day, '9999-12-31') from (values (e.installation_date + coalesce(e.service_interval_days,
      (s.service_intervals -> e.equipment_type::text ->> 'ROUTINE')::integer))) as first (day)
    where first.day is not null
      and not exists (select 1 from equipment_maintenance m where m.equipment_id = e.id))) end`;

const itemsWith = (nextMaintenance: RawBuilder<unknown>, join: RawBuilder<unknown>) => sql`(
  select e.*, w.name as well_name, w.route, w.operator_ids, s.service_intervals -> e.equipment_type::text as default_intervals,
    (select max(m.maintenance_date) from equipment_maintenance m where m.equipment_id = e.id)
      as last_maintenance_date,
    ${nextMaintenance} as next_maintenance_date,
    (select count(*) from photos p where p.equipment_id = e.id) as photo_count
  from equipment e join wells w on w.id = e.well_id cross join tenant_settings s ${join}
  where e.deleted_at is null) i`;

/** All items that are not deleted, those of deleted wells too, as `i`. A column costs only where a query names it. */
export const ITEMS = itemsWith(NEXT_MAINTENANCE, sql``);

/** The same for queries that filter or sort by the next maintenance: it is worked out once an item, and no more. */
export const ITEMS_BY_DUE = itemsWith(
  sql`due.day`,
  sql`cross join lateral (select ${NEXT_MAINTENANCE} as day offset 0) due`,
);

/** The condition that an item of `ITEMS` stands like this on the day `today`. */
export function isDue(due: DueStatus, today: string): RawBuilder<boolean> {
  const { from, to } = dueDaysOf(due, today);
  return sql`i.next_maintenance_date between ${from} and ${to}`;
}

export function toItem(row: ItemRow, today: string): EquipmentItem {
  const item = toEquipment(row);
  const defaults = { [item.equipmentType]: row.default_intervals ?? {} };
  return {
    ...item,
    wellName: row.well_name,
    lastMaintenanceDate: row.last_maintenance_date,
    nextMaintenanceDate: row.next_maintenance_date,
    dueStatus: row.next_maintenance_date === null ? null : dueStatusOf(row.next_maintenance_date, today),
    serviceIntervals: {
      ROUTINE: serviceInterval(item, 'ROUTINE', defaults),
      REPAIR: serviceInterval(item, 'REPAIR', defaults),
      INSPECTION: serviceInterval(item, 'INSPECTION', defaults),
    },
    photoCount: row.photo_count,
  };
}
