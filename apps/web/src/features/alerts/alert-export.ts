import type { Alert } from '@wellpulse/contracts';
import { UNITS } from '@wellpulse/words';
import type { ExportColumns } from '../../components/ExportButton.tsx';
import { words } from '../../lib/language.ts';

export const alertExport = (nameOf: (userId: string) => string): ExportColumns<Alert> => ({
  productionDate: (alert) => alert.productionDate,
  wellName: (alert) => alert.wellName,
  product: (alert) => words.productNames[alert.product],
  unit: (alert) => UNITS[alert.product],
  kind: (alert) => words.alertKindNames[alert.kind],
  previousValue: (alert) => alert.previousValue,
  currentValue: (alert) => alert.currentValue,
  changePercent: (alert) => alert.changePercent,
  status: (alert) => words.alertStatusNames[alert.status],
  acknowledgedBy: (alert) => (alert.acknowledgedBy === null ? null : nameOf(alert.acknowledgedBy)),
  acknowledgedAt: (alert) => alert.acknowledgedAt,
  comment: (alert) => alert.comment,
});
