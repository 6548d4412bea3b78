/**
 * What is due: on which day each item of equipment is serviced next, and how that day stands today (ADR 12).
 *
 * Devices call these functions. PostgreSQL works the days out in SQL, because it sorts and filters by them: a test holds
 * that SQL to these functions (`apps/api/test/rules/sql-follows-rules.test.ts`).
 */
import type { DueItem, Equipment, Maintenance, ServiceIntervals, Well } from '@wellpulse/contracts';
import { dayNumber } from '../calendar.ts';
import { dueStatusOf, nextMaintenance } from './next-maintenance.ts';

/** What a maintenance log says of an item's next service. */
export type ServiceLog = Pick<Maintenance, 'id' | 'maintenanceDate' | 'nextMaintenanceDate' | 'createdAt'>;

/** What the rule reads. */
export interface ServicedItem {
  readonly item: Pick<Equipment, 'equipmentType' | 'installationDate' | 'serviceIntervalDays'>;
  /** Nobody drives to a deleted well: nothing is due there. */
  readonly isWellDeleted: boolean;
  /** All maintenance of the item, in any order. */
  readonly logs: readonly ServiceLog[];
}

/**
 * The day of an item's next service, `YYYY-MM-DD`; null if nothing says one. The newest log that names a next day decides,
 * however late somebody wrote that log down. An item that was never serviced is due one routine interval after its
 * installation. `defaults` are the tenant's intervals.
 *
 * @example
 * const item = { equipmentType: 'PUMP_JACK', installationDate: '2025-01-01', serviceIntervalDays: 30 } as const;
 * dueDay({ item, isWellDeleted: false, logs: [] }, {}); // '2025-01-31'
 */
export function dueDay(
  { item, isWellDeleted, logs }: ServicedItem,
  defaults: ServiceIntervals,
): string | null {
  if (isWellDeleted) return null;
  if (logs.length > 0) return newestWithNextDay(logs)?.nextMaintenanceDate ?? null;
  const { installationDate } = item;
  return installationDate === null ? null : nextMaintenance(item, 'ROUTINE', installationDate, defaults);
}

const newestWithNextDay = (logs: readonly ServiceLog[]): ServiceLog | undefined =>
  logs
    .filter(({ nextMaintenanceDate }) => nextMaintenanceDate !== null)
    .reduce<ServiceLog | undefined>(
      (newest, log) => (newest === undefined || isNewer(log, newest) ? log : newest),
      undefined,
    );

/** By the day of the service; of one day, the log that was written down last. */
const isNewer = (log: ServiceLog, other: ServiceLog): boolean =>
  compare(log.maintenanceDate, other.maintenanceDate) > 0 ||
  (log.maintenanceDate === other.maintenanceDate &&
    (compare(log.createdAt, other.createdAt) > 0 ||
      (log.createdAt === other.createdAt && compare(log.id, other.id) > 0)));

const compare = (left: string, right: string): number => Number(left > right) - Number(left < right);

/**
 * An item that has a next service, as lists show it. `dueOn` is what `dueDay` gave, `today` the tenant's day.
 *
 * @example
 * const due = dueItem(item, well, { dueOn: '2025-10-19', lastMaintenanceDate: null }, '2025-10-20');
 * // due.dueStatus is 'OVERDUE'
 */
export function dueItem(
  item: Pick<Equipment, 'id' | 'equipmentType' | 'serialNumber' | 'assetTag' | 'status' | 'wellId'>,
  well: Pick<Well, 'name' | 'route'>,
  { dueOn, lastMaintenanceDate }: { readonly dueOn: string; readonly lastMaintenanceDate: string | null },
  today: string,
): DueItem {
  return {
    equipmentId: item.id,
    equipmentType: item.equipmentType,
    serialNumber: item.serialNumber,
    assetTag: item.assetTag,
    status: item.status,
    wellId: item.wellId,
    wellName: well.name,
    route: well.route,
    lastMaintenanceDate,
    nextMaintenanceDate: dueOn,
    dueStatus: dueStatusOf(dueOn, today),
    daysLeft: dayNumber(dueOn) - dayNumber(today),
  };
}

/** The order of due lists: the most urgent first; items of one day by id. */
export const compareDue = (left: DueItem, right: DueItem): number =>
  compare(left.nextMaintenanceDate, right.nextMaintenanceDate) ||
  compare(left.equipmentId, right.equipmentId);
