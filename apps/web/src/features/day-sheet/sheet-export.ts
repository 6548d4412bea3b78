import { forEachField, PRODUCTION_VALUES, type DaySheetRow } from '@wellpulse/contracts';
import { STATUS_LOOKS } from '@wellpulse/ui';
import type { ExportColumns } from '../../components/ExportButton.tsx';
import { ENTRY_METHOD_NAMES } from '../../lib/words.ts';

export const sheetExport = (nameOf: (userId: string) => string): ExportColumns<DaySheetRow> => ({
  route: (row) => row.route,
  routePosition: (row) => row.routePosition,
  wellName: (row) => row.wellName,
  status: (row) => STATUS_LOOKS[row.wellStatus].label,
  productionDate: ({ record }) => record?.productionDate ?? null,
  ...forEachField(
    PRODUCTION_VALUES,
    (field) =>
      ({ record }: DaySheetRow) =>
        record?.[field] ?? null,
  ),
  enteredBy: ({ record }) => (record === null ? null : nameOf(record.createdBy)),
  entryMethod: ({ record }) => (record === null ? null : ENTRY_METHOD_NAMES[record.entryMethod]),
  updatedAt: ({ record }) => record?.updatedAt ?? null,
});
