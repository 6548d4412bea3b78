/** What is due on a device: read by the day that the rule gave, the most urgent first. */
import type { DueItem, DueStatus, Well } from '@wellpulse/contracts';
import { dayInZone, dueDaysOf, dueItem, type EquipmentRow } from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import type { DeviceDatabase } from '../database/device-database.ts';
import { readRow } from '../lib/stored-row.ts';
import type { Clock } from '../ports/clock.ts';
import { instantOf } from '../ports/ids.ts';
import { findDevice } from '../session/device-store.ts';
import { tenantRules } from '../session/tenant-rules.ts';
import { inOrder, isAfter, keyColumn, readKey, type ListOrder } from './after-key.ts';
import { Listing, type Keyed } from './listing.ts';
import { refreshDue } from './refresh-due.ts';
import type { Seen } from './seen.ts';

/** Which items; all wells and routes if left out. */
export interface DueFilter {
  /** One standing alone. Left out: what is overdue and what is due within 14 days. */
  readonly status?: DueStatus;
  readonly wellId?: string;
  readonly route?: string;
}

const MOST_URGENT_FIRST: ListOrder = { by: [sql`d.due_on`, sql`d.equipment_id`], direction: 'asc' };

export function dueList(database: DeviceDatabase, clock: Clock, filter: DueFilter): Listing<Seen<DueItem>> {
  return new Listing(async (after, limit) => {
    const rules = await database.read(async (db) => {
      const device = await findDevice(db);
      return device === undefined ? null : tenantRules(device);
    });
    if (rules === null) return [];
    const { timeZone, serviceIntervals } = rules;
    await refreshDue(database, serviceIntervals);
    const today = dayInZone(instantOf(clock.now()), timeZone);
    // The page starts after the cursor, or with the first day that is asked for: one bound, which the index takes.
    const start = after ?? [daysOf(filter.status, today).from, ''];
    return database.read(async (db) => {
      const { rows } = await sql<DueRow>`
        select d.due_on, ${keyColumn(MOST_URGENT_FIRST)} as sort_key, coalesce(e.local_row, e.server_row) as item,
          e.local_row is not null as pending, w.name, w.route, (select max(m.maintenance_date)
            from equipment_maintenance m where m.equipment_id = d.equipment_id and m.deleted = 0) as last
        from equipment_due d cross join equipment e on e.key = d.equipment_id cross join wells w on w.key = e.well_id
        where ${isAfter(MOST_URGENT_FIRST, start)} and d.due_on <= ${daysOf(filter.status, today).to}
          and ${isAt(filter)}
        order by ${inOrder(MOST_URGENT_FIRST)} limit ${limit}`.execute(db);
      return rows.map((row) => toKeyed(row, today));
    });
  });
}

interface DueRow extends Pick<Well, 'name' | 'route'> {
  readonly due_on: string;
  readonly sort_key: string;
  readonly item: string;
  readonly pending: number;
  readonly last: string | null;
}

const toKeyed = (row: DueRow, today: string): Keyed<Seen<DueItem>> => ({
  key: readKey(row.sort_key),
  item: {
    ...dueItem(
      readRow('equipment', row.item) as EquipmentRow,
      row,
      { dueOn: row.due_on, lastMaintenanceDate: row.last },
      today,
    ),
    isPending: row.pending === 1,
  },
});

/** Left out, the status stands for what is overdue or due soon. */
const daysOf = (status: DueStatus | undefined, today: string) => ({
  from: dueDaysOf(status ?? 'OVERDUE', today).from,
  to: dueDaysOf(status ?? 'DUE_SOON', today).to,
});

function isAt({ wellId, route }: DueFilter): RawBuilder<boolean> {
  const conditions = [sql`true`];
  if (wellId !== undefined) conditions.push(sql`e.well_id = ${wellId}`);
  if (route !== undefined) conditions.push(sql`w.route = ${route}`);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}
