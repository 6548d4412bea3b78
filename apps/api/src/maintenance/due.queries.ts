/** What is due: the items that have a next service, the most urgent first. */
import type { DueItem, DueStatus, endpoints, EndpointAnswer } from '@wellpulse/contracts';
import { dueItem } from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import { afterCursor, inOrder, toPage, type Keyset } from '../http/endpoints/keyset.ts';
import { isDue, ITEMS_BY_DUE, type ItemRow } from '../equipment/equipment-items.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { isAssignedTo } from '../database/assigned-wells.ts';
import { toEquipment } from '../write-path/records.ts';

export interface DueFilter {
  readonly wellId?: string | undefined;
  readonly equipmentId?: string | undefined;
  readonly route?: string | undefined;
  /** Only of the wells that are assigned to this person. */
  readonly operatorId?: string | undefined;
  readonly due?: DueStatus | undefined;
}

type DueRow = ItemRow & { next_maintenance_date: string };

const BY_URGENCY = {
  value: sql`i.next_maintenance_date`,
  type: 'date',
  id: sql`i.id`,
  order: 'asc',
} as const;

export async function listDue(
  db: TenantDb,
  query: DueFilter & { readonly limit: number; readonly cursor?: string | undefined },
  today: string,
): Promise<EndpointAnswer<(typeof endpoints)['maintenance']['due']>> {
  const keyset: Keyset = { ...BY_URGENCY, cursor: query.cursor };
  const { rows } = await sql<DueRow & { sort_value: string }>`
    select i.*, i.next_maintenance_date as sort_value from ${ITEMS_BY_DUE}
    where ${placeFilter(query)} and ${dueFilter(query, today)} and ${afterCursor(keyset)}
    order by ${inOrder(keyset)} limit ${query.limit + 1}`.execute(db);
  return {
    ...toPage(rows, query.limit, (row) => toDueItem(row, today)),
    ...(await countDue(db, today, query)),
  };
}

/** All at once, for a calendar. */
export async function allDue(db: TenantDb, query: DueFilter, today: string): Promise<DueItem[]> {
  const { rows } = await sql<DueRow>`
    select i.* from ${ITEMS_BY_DUE} where ${placeFilter(query)} and ${dueFilter(query, today)}
    order by i.next_maintenance_date, i.id`.execute(db);
  return rows.map((row) => toDueItem(row, today));
}

/** `total` counts what the whole filter matches; the others leave its `due` out. */
export async function countDue(
  db: TenantDb,
  today: string,
  query: DueFilter = {},
): Promise<{ total: number; overdue: number; dueSoon: number }> {
  const { rows } = await sql<{ total: number; overdue: number; due_soon: number }>`
    select count(*) filter (where ${dueFilter(query, today)}) as total,
      count(*) filter (where ${isDue('OVERDUE', today)}) as overdue,
      count(*) filter (where ${isDue('DUE_SOON', today)}) as due_soon
    from ${ITEMS_BY_DUE} where ${placeFilter(query)}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('An aggregate without a row');
  return { total: row.total, overdue: row.overdue, dueSoon: row.due_soon };
}

const dueFilter = ({ due }: DueFilter, today: string): RawBuilder<boolean> =>
  due === undefined ? sql`i.next_maintenance_date is not null` : isDue(due, today);

function placeFilter({ wellId, equipmentId, route, operatorId }: DueFilter): RawBuilder<boolean> {
  const conditions = [sql`true`];
  if (wellId !== undefined) conditions.push(sql`i.well_id = ${wellId}`);
  if (equipmentId !== undefined) conditions.push(sql`i.id = ${equipmentId}`);
  if (route !== undefined) conditions.push(sql`i.route = ${route}`);
  if (operatorId !== undefined) conditions.push(isAssignedTo(operatorId, 'i'));
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

const toDueItem = (row: DueRow, today: string): DueItem =>
  dueItem(
    toEquipment(row),
    { name: row.well_name, route: row.route },
    { dueOn: row.next_maintenance_date, lastMaintenanceDate: row.last_maintenance_date },
    today,
  );
