/** Production as CSV (RFC 4180) with a byte order mark, so that spreadsheets read names such as MÆRSK. */
import type { ProductionRecord } from '@wellpulse/contracts';

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
  `\uFEFF${[COLUMNS.join(','), ...records.map(line)].join('\r\n')}\r\n`;

const line = (record: CsvRecord): string => COLUMNS.map((column) => cell(record[column])).join(',');

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // A text that begins like a formula would be run by a spreadsheet; the apostrophe makes it text.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
