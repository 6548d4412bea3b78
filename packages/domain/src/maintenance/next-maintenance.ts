/** When an item is due: given by the technician, or else worked out from its service interval (ADR 12). */
import {
  DUE_SOON_DAYS,
  type DueStatus,
  type Equipment,
  type MaintenanceType,
  type ServiceIntervals,
} from '@wellpulse/contracts';
import { addDays } from '../calendar.ts';

type Item = Pick<Equipment, 'equipmentType' | 'serviceIntervalDays'>;

/**
 * Days from one service of this kind to the next: the item's own, else the tenant's; null if neither says.
 *
 * @example
 * const item = { equipmentType: 'PUMP_JACK', serviceIntervalDays: null } as const;
 * serviceInterval(item, 'ROUTINE', { PUMP_JACK: { ROUTINE: 90 } }); // 90
 */
export const serviceInterval = (
  item: Item,
  maintenanceType: MaintenanceType,
  defaults: ServiceIntervals,
): number | null => item.serviceIntervalDays ?? defaults[item.equipmentType]?.[maintenanceType] ?? null;

/** The day of the service after one on `maintenanceDate`; null if no interval is known. */
export function nextMaintenance(
  item: Item,
  maintenanceType: MaintenanceType,
  maintenanceDate: string,
  defaults: ServiceIntervals,
): string | null {
  const days = serviceInterval(item, maintenanceType, defaults);
  return days === null ? null : addDays(maintenanceDate, days);
}

/** The earliest and the latest day that lists know. */
const FIRST_DAY = '0001-01-01';
const LAST_DAY = '9999-12-31';

/**
 * The due days that stand like this on the day `today`, both included.
 *
 * @example
 * dueDaysOf('DUE_SOON', '2025-10-20'); // { from: '2025-10-20', to: '2025-11-03' }
 */
export function dueDaysOf(status: DueStatus, today: string): { readonly from: string; readonly to: string } {
  const lastSoon = addDays(today, DUE_SOON_DAYS);
  if (status === 'OVERDUE') return { from: FIRST_DAY, to: addDays(today, -1) };
  if (status === 'DUE_SOON') return { from: today, to: lastSoon };
  return { from: addDays(lastSoon, 1), to: LAST_DAY };
}

/**
 * How a due day stands on the day `today`.
 *
 * @example
 * dueStatusOf('2025-10-19', '2025-10-20'); // 'OVERDUE'
 * dueStatusOf('2025-11-03', '2025-10-20'); // 'DUE_SOON'
 */
export function dueStatusOf(nextMaintenanceDate: string, today: string): DueStatus {
  const soon = dueDaysOf('DUE_SOON', today);
  if (nextMaintenanceDate < soon.from) return 'OVERDUE';
  return nextMaintenanceDate <= soon.to ? 'DUE_SOON' : 'SCHEDULED';
}
