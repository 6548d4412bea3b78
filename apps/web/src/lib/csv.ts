import { csvFile, type CsvCell } from '@wellpulse/domain';

/** Rows as a file for `saveFile`. */
export const toCsv = (header: readonly string[], rows: readonly (readonly CsvCell[])[]): Blob =>
  new Blob([csvFile(header, rows)], { type: 'text/csv;charset=utf-8' });
