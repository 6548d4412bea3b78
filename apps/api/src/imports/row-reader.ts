/** Turns a record of the file into what it says about a well's day, by the import's mapping. */
import { message, type ImportMapping, type RefusedRow } from '@wellpulse/contracts';
import {
  importColumns,
  importRowReader,
  malformed,
  type CsvRecord,
  type ReadingRow,
  type RowRefusal,
  type WellFinder,
} from '@wellpulse/domain';
import { ProblemError } from '../http/problems/problem-error.ts';

export interface ImportRow extends ReadingRow {
  readonly line: number;
}

export type ReadRow =
  | ImportRow
  | { readonly kind: 'SKIPPED' }
  | { readonly kind: 'REFUSED'; readonly refusal: RefusedRow };
export type RowReader = (record: CsvRecord) => ReadRow;

/** Throws `VALIDATION_FAILED` if the file lacks a column that the mapping names. */
export function rowReader(
  mapping: ImportMapping,
  header: readonly string[],
  { wells, today }: { readonly wells: WellFinder; readonly today: string },
): RowReader {
  const found = importColumns(mapping, header);
  if (!found.ok) {
    const { column, path } = found.missing;
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ path, message: message('columnMissing', { column }) }],
    });
  }
  const readCells = importRowReader(mapping, header, found.columns, { findWell: wells, today });
  return (record) => {
    if (record.cells === null) return atLine(record.line, malformed(record.reason));
    const row = readCells(record.cells);
    if (row.kind === 'REFUSED') return atLine(record.line, row);
    return row.kind === 'ROW' ? { ...row, line: record.line } : row;
  };
}

const atLine = (row: number, { column, value, code, reason }: RowRefusal): ReadRow => ({
  kind: 'REFUSED',
  refusal: { row, column, value, code, reason },
});
