/** A day's entries on a device, by the rule of the domain, page by page in route order. */
import type { DaySheetRow, Well } from '@wellpulse/contracts';
import { addDays, daySheetRows, LAST_MEASURED_WITHIN_DAYS, type ProductionRow } from '@wellpulse/domain';
import { sql } from 'kysely';
import type { DeviceDatabase } from '../database/device-database.ts';
import { storedJson } from '../lib/stored-json.ts';
import { readRow } from '../lib/stored-row.ts';
import { inOrder, isAfter, keyColumn, readKey, type ListOrder } from './after-key.ts';
import { Listing, type SortKey } from './listing.ts';
import type { Seen } from './seen.ts';

export interface DaySheetFilter {
  /** The wells of this route alone. */
  readonly route?: string;
}

interface SheetRow {
  readonly sort_key: string;
  readonly well: string;
  readonly record: string | null;
  readonly pending: number;
  /** The readings of the days before, as a list in JSON. */
  readonly earlier: string;
}

const ROUTE_ORDER: ListOrder = { by: [sql`w.route_order`, sql`w.key`], direction: 'asc' };

export function daySheet(
  database: DeviceDatabase,
  day: string,
  { route }: DaySheetFilter,
): Listing<Seen<DaySheetRow>> {
  return new Listing(async (after, limit) => {
    // Which plugged wells a sheet has is said here too: a page must know how many rows it gets.
    return database.read(async (db) => {
      const { rows } = await sql<SheetRow>`
        select ${keyColumn(ROUTE_ORDER)} as sort_key, coalesce(w.local_row, w.server_row) as well,
          coalesce(p.local_row, p.server_row) as record, p.local_row is not null as pending,
          (select json_group_array(coalesce(y.local_row, y.server_row)) from production_data y
            where y.key >= w.key || '|' || ${addDays(day, -LAST_MEASURED_WITHIN_DAYS)}
              and y.key < w.key || '|' || ${day} and y.deleted = 0) as earlier
        from wells w
        left join production_data p on p.key = w.key || '|' || ${day} and p.deleted = 0
        where w.deleted = 0 and ${isAfter(ROUTE_ORDER, after)}
          and (json_extract(coalesce(w.local_row, w.server_row), '$.status') <> 'PLUGGED'
            or json_extract(coalesce(w.local_row, w.server_row), '$.pluggedOn') >= ${day} or p.key is not null)
          and ${route === undefined ? sql`true` : sql`w.route = ${route}`}
        order by ${inOrder(ROUTE_ORDER)} limit ${limit}`.execute(db);
      return toSheet(day, rows);
    });
  });
}

function toSheet(day: string, rows: readonly SheetRow[]) {
  const wells = rows.map(({ well }) => readRow('wells', well) as Well);
  const sheet = daySheetRows(
    day,
    wells,
    readings(rows.map(({ record }) => record)),
    readings(rows.flatMap(({ earlier }) => storedJson(earlier) as string[])),
  );
  const found = new Map(rows.map((row, index) => [wells[index]?.id, row]));
  return sheet.map((row) => {
    const { sort_key: key, pending } = found.get(row.wellId) ?? { sort_key: '[]', pending: 0 };
    const sortKey: SortKey = readKey(key);
    return { item: { ...row, isPending: pending === 1 }, key: sortKey };
  });
}

const readings = (rows: readonly (string | null)[]): ProductionRow[] =>
  rows.flatMap((row) => (row === null ? [] : [readRow('production_data', row) as ProductionRow]));
