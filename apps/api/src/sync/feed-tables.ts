/** The tables that the feed reads, and what tells their rows apart for its readers, in SQL. The row itself is `t`. */
import type { SyncedEntity } from '@wellpulse/contracts';
import { NEWEST_MAINTENANCE } from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';

export interface FeedTable {
  readonly from: RawBuilder<unknown>;
  readonly wellId: RawBuilder<unknown>;
  /** As `FeedRecord.day` of the domain; null where it is empty. */
  readonly day: RawBuilder<unknown> | null;
  /** As `FeedRecord.isCurrent`. */
  readonly isCurrent: RawBuilder<unknown>;
}

const always = sql`true`;

export const FEED_TABLES: Readonly<Record<SyncedEntity, FeedTable>> = {
  ALERT: {
    from: sql`variance_alerts t`,
    wellId: sql`t.well_id`,
    day: sql`t.production_date`,
    isCurrent: always,
  },
  CONFLICT: {
    from: sql`conflicts t`,
    wellId: sql`t.well_id`,
    day: sql`(t.created_at at time zone 'UTC')::date`,
    isCurrent: sql`t.status = 'OPEN'`,
  },
  EQUIPMENT: { from: sql`equipment t`, wellId: sql`t.well_id`, day: null, isCurrent: always },
  MAINTENANCE: {
    from: sql`equipment_maintenance t join equipment e on e.id = t.equipment_id`,
    wellId: sql`e.well_id`,
    day: sql`t.maintenance_date`,
    isCurrent: sql`t.id in (
      select n.id from equipment_maintenance n where n.equipment_id = t.equipment_id
      order by n.maintenance_date desc, n.id desc limit ${sql.lit(NEWEST_MAINTENANCE)})`,
  },
  PRODUCTION: {
    from: sql`production_data t`,
    wellId: sql`t.well_id`,
    day: sql`t.production_date`,
    isCurrent: always,
  },
  WELL: { from: sql`wells t`, wellId: sql`t.id`, day: null, isCurrent: always },
};
