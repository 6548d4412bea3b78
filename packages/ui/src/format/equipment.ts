/** What the codes of equipment and maintenance are called where one of them is chosen. */
import type { EquipmentType, MaintenanceType } from '@wellpulse/contracts';
import { EQUIPMENT_TYPE_NAMES } from '@wellpulse/domain';

/** As in the name of an item, but for the one that stands for all others. */
export const EQUIPMENT_TYPE_LABELS: Readonly<Record<EquipmentType, string>> = {
  ...EQUIPMENT_TYPE_NAMES,
  OTHER: 'Other',
};

export const MAINTENANCE_TYPE_NAMES: Readonly<Record<MaintenanceType, string>> = {
  ROUTINE: 'Routine',
  REPAIR: 'Repair',
  INSPECTION: 'Inspection',
};
