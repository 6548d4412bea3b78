/** When an item is due after the log that is being typed. */
import type { EquipmentItem, MaintenanceType } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';

/** The days that count for an item, by maintenance type. */
export type ServiceDays = EquipmentItem['serviceIntervals'];

const isType = (text: string, days: ServiceDays): text is MaintenanceType => text in days;

/**
 * "In 90 days, 19 Feb 2027, unless you give another"; that there is none, where no interval is set.
 *
 * @example
 * nextDateHint(words, text.maintenanceDate, text.maintenanceType, serviceDays);
 */
export function nextDateHint(
  words: Words,
  maintenanceDate: string,
  maintenanceType: string,
  days: ServiceDays,
): string {
  const interval = isType(maintenanceType, days) ? days[maintenanceType] : null;
  const { formTexts } = words;
  if (interval === null) return formTexts.noInterval;
  if (maintenanceDate === '') return formTexts.dueLater(words.formatDays(interval));
  const next = words.formatDayWithYear(addDays(maintenanceDate, interval));
  return formTexts.dueOn(words.formatDays(interval), next);
}
