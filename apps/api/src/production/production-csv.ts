/** Production as CSV. */
import { namesWith, PRODUCTION_FIELDS, type ProductionRecord } from '@wellpulse/contracts';
import { csvFile } from '@wellpulse/domain';

const COLUMNS = [
  ...namesWith(PRODUCTION_FIELDS, 'exported'),
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
