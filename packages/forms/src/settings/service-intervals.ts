/** The service intervals as they stand in the boxes of a table, and how those become settings. */
import {
  EQUIPMENT_TYPES,
  MAINTENANCE_TYPES,
  serviceIntervalDaysSchema,
  type EquipmentType,
  type FieldError,
  type MaintenanceType,
  type ServiceIntervals,
} from '@wellpulse/contracts';
import type { Words } from '@wellpulse/words';
import type { ParsedText } from '../text/parsed-text.ts';
import { readNumber } from '../text/typed-number.ts';

/** By box; an empty one, or one that is left out, is no interval. */
export type IntervalsText = Readonly<Record<string, string>>;

/**
 * The name of the box of an interval.
 *
 * @example
 * boxName('TANK', 'ROUTINE'); // 'TANK.ROUTINE'
 */
export const boxName = (equipmentType: EquipmentType, maintenanceType: MaintenanceType): string =>
  `${equipmentType}.${maintenanceType}`;

const BOXES = EQUIPMENT_TYPES.flatMap((equipmentType) =>
  MAINTENANCE_TYPES.map((maintenanceType) => ({ equipmentType, maintenanceType })),
);

/** The boxes of the intervals as they are. */
export const textOfIntervals = (intervals: ServiceIntervals): IntervalsText =>
  Object.fromEntries(
    BOXES.map(({ equipmentType, maintenanceType }) => [
      boxName(equipmentType, maintenanceType),
      String(intervals[equipmentType]?.[maintenanceType] ?? ''),
    ]),
  );

/** The intervals, or the boxes that hold no number of days. */
export function parseIntervals({ formMessages }: Words, text: IntervalsText): ParsedText<ServiceIntervals> {
  const errors: FieldError[] = [];
  const intervals: ServiceIntervals = {};
  for (const { equipmentType, maintenanceType } of BOXES) {
    const name = boxName(equipmentType, maintenanceType);
    const typed = readNumber(text[name] ?? '');
    if (typed === null) continue;
    const days = serviceIntervalDaysSchema.safeParse(typed);
    if (days.success)
      intervals[equipmentType] = { ...intervals[equipmentType], [maintenanceType]: days.data };
    else errors.push({ path: name, message: formMessages.intervalNotWhole });
  }
  return errors.length === 0 ? { ok: true, value: intervals } : { ok: false, errors };
}
