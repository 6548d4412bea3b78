import { equipmentItemSchema, type EquipmentItem } from '@wellpulse/contracts';
import { fieldColumns, type ExportColumns } from '../../lib/export-columns.ts';

export const EQUIPMENT_EXPORT: ExportColumns<EquipmentItem> = {
  wellName: (item) => item.wellName,
  ...fieldColumns('equipment', equipmentItemSchema),
  lastMaintenanceDate: (item) => item.lastMaintenanceDate,
  nextMaintenanceDate: (item) => item.nextMaintenanceDate,
  photoCount: (item) => item.photoCount,
};
