import { namesWith, WELL_FIELDS, type WellListItem } from '@wellpulse/contracts';
import { STATUS_LOOKS } from '@wellpulse/ui';
import { columnsOf, type ExportColumns } from '../../components/ExportButton.tsx';

export const WELL_EXPORT: ExportColumns<WellListItem> = {
  ...columnsOf<WellListItem>(namesWith(WELL_FIELDS, 'exported')),
  status: (item) => STATUS_LOOKS[item.status].label,
  lastProductionDate: (item) => item.lastProductionDate,
  openAlerts: (item) => item.openAlerts,
};
