/** A day's entries, well by well in route order, and how complete they are. */
import {
  groupBy,
  type DaySheetRow,
  type ProductionRecord,
  type RouteCompleteness,
  type Well,
} from '@wellpulse/contracts';
import { addDays } from '../calendar.ts';
import { isAfterPlugging } from '../wells/plugging.ts';
import { compareNames, inRouteOrder } from '../wells/route-order.ts';
import { lastMeasured } from './to-confirm.ts';

type SheetWell = Pick<Well, 'id' | 'name' | 'route' | 'routePosition' | 'status' | 'pluggedOn'>;
type EarlierReading = Pick<
  ProductionRecord,
  'wellId' | 'productionDate' | 'oilVolume' | 'gasVolume' | 'waterVolume' | 'estimatedFrom'
>;

/**
 * The rows of a day: every well that takes a reading of it. One that was plugged before is there if it has a record of the day.
 * `records` are those of the day and `earlier` those of the `LAST_MEASURED_WITHIN_DAYS` days before, in any order. Deleted wells and
 * records are left out by the caller.
 *
 * @example
 * const rows = daySheetRows(day, wells, recordsOfDay, recordsBefore);
 * completeness(rows);
 */
export function daySheetRows(
  day: string,
  wells: readonly SheetWell[],
  records: readonly ProductionRecord[],
  earlier: readonly EarlierReading[],
): DaySheetRow[] {
  const byWell = new Map(records.map((record) => [record.wellId, record]));
  const newestFirst = [...earlier].sort((one, other) =>
    other.productionDate.localeCompare(one.productionDate),
  );
  const earlierByWell = groupBy(newestFirst, ({ wellId }) => wellId);
  const dayBefore = addDays(day, -1);
  return inRouteOrder(wells)
    .map(({ id, name, route, routePosition, status, pluggedOn }) => {
      const earlierOfWell = earlierByWell.get(id) ?? [];
      return {
        wellId: id,
        wellName: name,
        route,
        routePosition,
        wellStatus: status,
        takesReading: !isAfterPlugging({ status, pluggedOn }, day),
        record: byWell.get(id) ?? null,
        previous: volumesOf(earlierOfWell.find(({ productionDate }) => productionDate === dayBefore)),
        last: lastMeasured(earlierOfWell),
      };
    })
    .filter(({ takesReading, record }) => takesReading || record !== null);
}

function volumesOf(record: EarlierReading | undefined): DaySheetRow['previous'] {
  if (record === undefined) return null;
  const { oilVolume, gasVolume, waterVolume, estimatedFrom } = record;
  return { oilVolume, gasVolume, waterVolume, estimatedFrom };
}

/** Whether a well should have an entry each day. */
export const isExpected = ({ wellStatus }: Pick<DaySheetRow, 'wellStatus'>): boolean =>
  wellStatus === 'ACTIVE';

/**
 * How many wells should have an entry, and how many of these have one.
 *
 * @example
 * completeness([{ wellStatus: 'ACTIVE', record: null }]); // { expected: 1, entered: 0 }
 */
export function completeness(rows: readonly Pick<DaySheetRow, 'wellStatus' | 'record'>[]): {
  readonly expected: number;
  readonly entered: number;
} {
  const expected = rows.filter(isExpected);
  return {
    expected: expected.length,
    entered: expected.filter(({ record }) => record !== null).length,
  };
}

/** How complete a route's day is. */
export type RouteCount = Pick<RouteCompleteness, 'route' | 'expected' | 'entered' | 'lastEntryAt'>;

/** A route of which nothing is counted yet; null for the wells without a route. */
export const emptyRoute = (route: string | null): RouteCount => ({
  route,
  expected: 0,
  entered: 0,
  lastEntryAt: null,
});

/** The count with one more row of its route. Wells that need no entry do not count. */
export function countRow(count: RouteCount, row: Pick<DaySheetRow, 'wellStatus' | 'record'>): RouteCount {
  if (!isExpected(row)) return count;
  return {
    route: count.route,
    expected: count.expected + 1,
    entered: count.entered + (row.record === null ? 0 : 1),
    lastEntryAt: later(count.lastEntryAt, row.record?.createdAt ?? null),
  };
}

/** The same for each route that has wells to be entered, with those that are missing; `rows` are in route order. */
export function routeCompleteness(rows: readonly DaySheetRow[]): Omit<RouteCompleteness, 'operators'>[] {
  const byRoute = groupBy(rows.filter(isExpected), ({ route }) => route);
  return [...byRoute]
    .sort(([left], [right]) => compareNames(left, right))
    .map(([route, ofRoute]) => ({
      ...ofRoute.reduce(countRow, emptyRoute(route)),
      missing: ofRoute
        .filter(({ record }) => record === null)
        .map(({ wellId, wellName }) => ({ wellId, wellName })),
    }));
}

const later = (left: string | null, right: string | null): string | null =>
  left === null || (right !== null && right > left) ? right : left;
