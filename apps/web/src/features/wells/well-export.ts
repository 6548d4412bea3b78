import { namesWith, WELL_FIELDS, type WellListItem } from '@wellpulse/contracts';
import { columnsOf, type ExportColumns } from '../../components/ExportButton.tsx';
import { words } from '../../lib/language.ts';

export const WELL_EXPORT: ExportColumns<WellListItem> = {
  ...columnsOf<WellListItem>(namesWith(WELL_FIELDS, 'exported')),
  status: (item) => words.wellStatusNames[item.status],
  lastProductionDate: (item) => item.lastProductionDate,
  openAlerts: (item) => item.openAlerts,
};
