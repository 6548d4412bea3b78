/** Reading equipment. */
import type { endpoints, EndpointAnswer, EndpointInput, EquipmentItem } from '@wellpulse/contracts';
import { sql, type RawBuilder } from 'kysely';
import { isFound } from '../database/search.ts';
import { afterCursor, inOrder, toPage, type Keyset } from '../http/endpoints/keyset.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { isDue, ITEMS, ITEMS_BY_DUE, toItem, type ItemRow } from './equipment-items.ts';

type Endpoints = (typeof endpoints)['equipment'];
type ListQuery = EndpointInput<Endpoints['list']>['query'];

/** What has no value comes last in both orders: nobody looks for it. */
const sortsIn = (order: ListQuery['order']) =>
  ({
    serialNumber: { value: sql`lower(i.serial_number)`, type: 'text' },
    equipmentType: { value: sql`i.equipment_type::text`, type: 'text' },
    status: { value: sql`i.status::text`, type: 'text' },
    wellName: { value: sql`lower(i.well_name)`, type: 'text' },
    manufacturer: {
      value: sql`coalesce('b' || lower(i.manufacturer), ${order === 'asc' ? 'c' : 'a'}::text)`,
      type: 'text',
    },
    nextMaintenanceDate: {
      value: sql`coalesce(i.next_maintenance_date, ${order === 'asc' ? '9999-12-31' : '0001-01-01'}::date)`,
      type: 'date',
    },
    createdAt: { value: sql`i.created_at`, type: 'timestamptz' },
  }) as const satisfies Record<ListQuery['sort'], Pick<Keyset, 'value' | 'type'>>;

export async function listEquipment(
  db: TenantDb,
  query: ListQuery,
  today: string,
): Promise<EndpointAnswer<Endpoints['list']>> {
  const filter = filterOf(query, today);
  const keyset: Keyset = {
    ...sortsIn(query.order)[query.sort],
    id: sql`i.id`,
    order: query.order,
    cursor: query.cursor,
  };
  const filtered = query.due === undefined ? ITEMS : ITEMS_BY_DUE;
  const sorted = query.sort === 'nextMaintenanceDate' ? ITEMS_BY_DUE : filtered;
  const { rows } = await sql<ItemRow & { sort_value: string }>`
    select i.*, ${keyset.value} as sort_value from ${sorted}
    where ${filter} and ${afterCursor(keyset)} order by ${inOrder(keyset)} limit ${query.limit + 1}`.execute(
    db,
  );
  const total = await sql<{
    total: number;
  }>`select count(*) as total from ${filtered} where ${filter}`.execute(db);
  return { ...toPage(rows, query.limit, (row) => toItem(row, today)), total: total.rows[0]?.total ?? 0 };
}

function filterOf(query: ListQuery, today: string): RawBuilder<boolean> {
  const conditions = [sql`true`];
  if (query.wellId !== undefined) conditions.push(sql`i.well_id = ${query.wellId}`);
  for (const type of [query.equipmentType, query.type]) {
    if (type !== undefined) conditions.push(sql`i.equipment_type = ${type}`);
  }
  if (query.status !== undefined) conditions.push(sql`i.status = ${query.status}`);
  if (query.due !== undefined) conditions.push(isDue(query.due, today));
  const parts = {
    serial_number: query.serialNumber,
    asset_tag: query.assetTag,
    manufacturer: query.manufacturer,
  };
  for (const [column, part] of Object.entries(parts)) {
    if (part !== undefined) conditions.push(isFound(sql.ref(`i.${column}`), part));
  }
  if (query.search !== undefined) {
    const texts = sql`concat_ws(' ', i.serial_number, i.asset_tag, i.manufacturer, i.model, i.well_name)`;
    conditions.push(isFound(texts, query.search));
  }
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** Throws `EQUIPMENT_NOT_FOUND`. */
export async function readItem(db: TenantDb, equipmentId: string, today: string): Promise<EquipmentItem> {
  const { rows } = await sql<ItemRow>`select i.* from ${ITEMS} where i.id = ${equipmentId}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new ProblemError('EQUIPMENT_NOT_FOUND');
  return toItem(row, today);
}

/** Throws `EQUIPMENT_NOT_FOUND` unless the tenant has the item. */
export async function requireEquipment(db: TenantDb, equipmentId: string): Promise<void> {
  const row = await db
    .selectFrom('equipment')
    .select('id')
    .where('id', '=', equipmentId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) throw new ProblemError('EQUIPMENT_NOT_FOUND');
}
