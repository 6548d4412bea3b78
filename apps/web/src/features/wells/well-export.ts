import { wellListItemSchema, type WellListItem } from '@wellpulse/contracts';
import { fieldColumns, type ExportColumns } from '../../lib/export-columns.ts';

export const WELL_EXPORT: ExportColumns<WellListItem> = {
  ...fieldColumns('well', wellListItemSchema),
  lastProductionDate: (item) => item.lastProductionDate,
  openAlerts: (item) => item.openAlerts,
};
