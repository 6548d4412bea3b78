/** The service intervals as they stand in the boxes of a table, and how those become settings. */
import {
  EQUIPMENT_TYPES,
  MAINTENANCE_TYPES,
  serviceIntervalDaysSchema,
  type EquipmentType,
  type MaintenanceType,
  type ServiceIntervals,
} from '@wellpulse/contracts';

/** By box; an empty one, or one that is left out, is no interval. */
export type IntervalsText = Readonly<Record<string, string>>;

export const boxName = (equipmentType: EquipmentType, maintenanceType: MaintenanceType): string =>
  `${equipmentType}.${maintenanceType}`;

const BOXES = EQUIPMENT_TYPES.flatMap((equipmentType) =>
  MAINTENANCE_TYPES.map((maintenanceType) => ({ equipmentType, maintenanceType })),
);

export const textOfIntervals = (intervals: ServiceIntervals): IntervalsText =>
  Object.fromEntries(
    BOXES.map(({ equipmentType, maintenanceType }) => [
      boxName(equipmentType, maintenanceType),
      String(intervals[equipmentType]?.[maintenanceType] ?? ''),
    ]),
  );

export type ParsedIntervals =
  | { readonly ok: true; readonly intervals: ServiceIntervals }
  /** The names of the boxes that hold no number of days. */
  | { readonly ok: false; readonly wrong: ReadonlySet<string> };

export function parseIntervals(text: IntervalsText): ParsedIntervals {
  const wrong = new Set<string>();
  const intervals: ServiceIntervals = {};
  for (const { equipmentType, maintenanceType } of BOXES) {
    const name = boxName(equipmentType, maintenanceType);
    const typed = (text[name] ?? '').trim();
    if (typed === '') continue;
    const days = serviceIntervalDaysSchema.safeParse(Number(typed));
    if (days.success)
      intervals[equipmentType] = { ...intervals[equipmentType], [maintenanceType]: days.data };
    else wrong.add(name);
  }
  return wrong.size === 0 ? { ok: true, intervals } : { ok: false, wrong };
}
