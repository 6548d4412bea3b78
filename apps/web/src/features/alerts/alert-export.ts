import { alertSchema, type Alert } from '@wellpulse/contracts';
import { UNITS } from '@wellpulse/words';
import { columnsOf, fieldColumns, type ExportColumns } from '../../lib/export-columns.ts';
import { words } from '../../lib/language.ts';

/** Beside the product stands its unit, and beside the day the well. */
export const alertExport = (nameOf: (userId: string) => string): ExportColumns<Alert> => ({
  ...columnsOf<Alert>(['productionDate', 'wellName']),
  product: ({ product }) => words.codeName('alert', 'product', product),
  unit: (alert) => UNITS[alert.product],
  ...fieldColumns('alert', alertSchema),
  acknowledgedBy: (alert) => (alert.acknowledgedBy === null ? null : nameOf(alert.acknowledgedBy)),
});
