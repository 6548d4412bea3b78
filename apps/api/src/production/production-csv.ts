/** Production as CSV. */
import type { ProductionRecord } from '@wellpulse/contracts';
import { csvFile } from '@wellpulse/domain';

const COLUMNS = [
  'productionDate',
  'oilVolume',
  'gasVolume',
  'waterVolume',
  'entryMethod',
  'notes',
  'createdByName',
  'createdAt',
  'updatedAt',
] as const;

type CsvRecord = ProductionRecord & { readonly createdByName: string | null };

export const productionCsv = (records: readonly CsvRecord[]): string =>
  csvFile(
    COLUMNS,
    records.map((record) => COLUMNS.map((column) => record[column])),
  );
