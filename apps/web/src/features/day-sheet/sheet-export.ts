import type { DaySheetRow } from '@wellpulse/contracts';
import { STATUS_LOOKS } from '@wellpulse/ui';
import type { ExportColumns } from '../../components/ExportButton.tsx';
import { ENTRY_METHOD_NAMES } from '../../lib/words.ts';

export const sheetExport = (nameOf: (userId: string) => string): ExportColumns<DaySheetRow> => ({
  route: (row) => row.route,
  routePosition: (row) => row.routePosition,
  wellName: (row) => row.wellName,
  status: (row) => STATUS_LOOKS[row.wellStatus].label,
  productionDate: ({ record }) => record?.productionDate ?? null,
  oilVolume: ({ record }) => record?.oilVolume ?? null,
  gasVolume: ({ record }) => record?.gasVolume ?? null,
  waterVolume: ({ record }) => record?.waterVolume ?? null,
  notes: ({ record }) => record?.notes ?? null,
  enteredBy: ({ record }) => (record === null ? null : nameOf(record.createdBy)),
  entryMethod: ({ record }) => (record === null ? null : ENTRY_METHOD_NAMES[record.entryMethod]),
  updatedAt: ({ record }) => record?.updatedAt ?? null,
});
