import type { Alert } from '@wellpulse/contracts';
import { PRODUCT_NAMES, UNITS } from '@wellpulse/ui';
import type { ExportColumns } from '../../components/ExportButton.tsx';
import { ALERT_KIND_NAMES, ALERT_STATUS_NAMES } from '../../lib/words.ts';

export const alertExport = (nameOf: (userId: string) => string): ExportColumns<Alert> => ({
  productionDate: (alert) => alert.productionDate,
  wellName: (alert) => alert.wellName,
  product: (alert) => PRODUCT_NAMES[alert.product],
  unit: (alert) => UNITS[alert.product],
  kind: (alert) => ALERT_KIND_NAMES[alert.kind],
  previousValue: (alert) => alert.previousValue,
  currentValue: (alert) => alert.currentValue,
  changePercent: (alert) => alert.changePercent,
  status: (alert) => ALERT_STATUS_NAMES[alert.status],
  acknowledgedBy: (alert) => (alert.acknowledgedBy === null ? null : nameOf(alert.acknowledgedBy)),
  acknowledgedAt: (alert) => alert.acknowledgedAt,
  comment: (alert) => alert.comment,
});
