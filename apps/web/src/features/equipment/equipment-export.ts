import { EQUIPMENT_FIELDS, namesWith, type EquipmentItem } from '@wellpulse/contracts';
import { columnsOf, type ExportColumns } from '../../components/ExportButton.tsx';
import { words } from '../../lib/language.ts';

export const EQUIPMENT_EXPORT: ExportColumns<EquipmentItem> = {
  wellName: (item) => item.wellName,
  ...columnsOf<EquipmentItem>(namesWith(EQUIPMENT_FIELDS, 'exported')),
  equipmentType: (item) => words.equipmentTypeNames[item.equipmentType],
  status: (item) => words.equipmentStatusNames[item.status],
  lastMaintenanceDate: (item) => item.lastMaintenanceDate,
  nextMaintenanceDate: (item) => item.nextMaintenanceDate,
  photoCount: (item) => item.photoCount,
};
