import type { CostTotal, DueItem } from '@wellpulse/contracts';
import { DUE_LOOKS, EQUIPMENT_STATUS_LOOKS, EQUIPMENT_TYPE_LABELS } from '@wellpulse/ui';
import type { ExportColumns } from '../../components/ExportButton.tsx';

export const DUE_EXPORT: ExportColumns<DueItem> = {
  nextMaintenanceDate: (item) => item.nextMaintenanceDate,
  dueStatus: (item) => DUE_LOOKS[item.dueStatus].label,
  daysLeft: (item) => item.daysLeft,
  equipmentType: (item) => EQUIPMENT_TYPE_LABELS[item.equipmentType],
  serialNumber: (item) => item.serialNumber,
  assetTag: (item) => item.assetTag,
  status: (item) => EQUIPMENT_STATUS_LOOKS[item.status].label,
  wellName: (item) => item.wellName,
  route: (item) => item.route,
  lastMaintenanceDate: (item) => item.lastMaintenanceDate,
};

/** `by`: what the costs are summed by, which the first column is called. */
export const costExport = (by: string): ExportColumns<CostTotal> => ({
  [by]: (total) => total.label,
  entries: (total) => total.entries,
  cost: (total) => total.cost,
});
