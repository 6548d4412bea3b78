import { EQUIPMENT_FIELDS, namesWith, type EquipmentItem } from '@wellpulse/contracts';
import { EQUIPMENT_STATUS_LOOKS, EQUIPMENT_TYPE_LABELS } from '@wellpulse/ui';
import { columnsOf, type ExportColumns } from '../../components/ExportButton.tsx';

export const EQUIPMENT_EXPORT: ExportColumns<EquipmentItem> = {
  wellName: (item) => item.wellName,
  ...columnsOf<EquipmentItem>(namesWith(EQUIPMENT_FIELDS, 'exported')),
  equipmentType: (item) => EQUIPMENT_TYPE_LABELS[item.equipmentType],
  status: (item) => EQUIPMENT_STATUS_LOOKS[item.status].label,
  lastMaintenanceDate: (item) => item.lastMaintenanceDate,
  nextMaintenanceDate: (item) => item.nextMaintenanceDate,
  photoCount: (item) => item.photoCount,
};
