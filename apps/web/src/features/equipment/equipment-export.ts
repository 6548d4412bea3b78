import type { EquipmentItem } from '@wellpulse/contracts';
import { EQUIPMENT_STATUS_LOOKS, EQUIPMENT_TYPE_LABELS } from '@wellpulse/ui';
import type { ExportColumns } from '../../components/ExportButton.tsx';

export const EQUIPMENT_EXPORT: ExportColumns<EquipmentItem> = {
  serialNumber: (item) => item.serialNumber,
  equipmentType: (item) => EQUIPMENT_TYPE_LABELS[item.equipmentType],
  assetTag: (item) => item.assetTag,
  status: (item) => EQUIPMENT_STATUS_LOOKS[item.status].label,
  wellName: (item) => item.wellName,
  manufacturer: (item) => item.manufacturer,
  model: (item) => item.model,
  installationDate: (item) => item.installationDate,
  lastMaintenanceDate: (item) => item.lastMaintenanceDate,
  nextMaintenanceDate: (item) => item.nextMaintenanceDate,
  serviceIntervalDays: (item) => item.serviceIntervalDays,
  photoCount: (item) => item.photoCount,
};
