import { dueItemSchema, type CostTotal, type DueItem } from '@wellpulse/contracts';
import { fieldColumns, type ExportColumns } from '../../lib/export-columns.ts';
import { words } from '../../lib/language.ts';

export const DUE_EXPORT: ExportColumns<DueItem> = {
  nextMaintenanceDate: (item) => item.nextMaintenanceDate,
  dueStatus: (item) => words.dueStatusNames[item.dueStatus],
  daysLeft: (item) => item.daysLeft,
  ...fieldColumns('equipment', dueItemSchema),
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
