import { forEachField, PRODUCTION_VALUES, type DaySheetRow } from '@wellpulse/contracts';
import type { ExportColumns } from '../../lib/export-columns.ts';
import { words } from '../../lib/language.ts';

export const sheetExport = (nameOf: (userId: string) => string): ExportColumns<DaySheetRow> => ({
  route: (row) => row.route,
  routePosition: (row) => row.routePosition,
  wellName: (row) => row.wellName,
  status: (row) => words.wellStatusNames[row.wellStatus],
  productionDate: ({ record }) => record?.productionDate ?? null,
  ...forEachField(
    PRODUCTION_VALUES,
    (field) =>
      ({ record }: DaySheetRow) =>
        record?.[field] ?? null,
  ),
  enteredBy: ({ record }) => (record === null ? null : nameOf(record.createdBy)),
  entryMethod: ({ record }) => (record === null ? null : words.entryMethodNames[record.entryMethod]),
  estimatedFrom: ({ record }) => record?.estimatedFrom ?? null,
  updatedAt: ({ record }) => record?.updatedAt ?? null,
});
