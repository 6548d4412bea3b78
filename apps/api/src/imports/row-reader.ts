/** Turns a record of the file into what it says about a well's day, by the import's mapping. */
import {
  hasVolume,
  type ImportMapping,
  type ImportRefusal,
  type RefusedRow,
  type VolumeField,
  type Volumes,
} from '@wellpulse/contracts';
import { dayReader, volumeReader, type VolumeReader } from '@wellpulse/domain';
import { ProblemError } from '../http/problem-error.ts';
import type { CsvRecord, UnreadableRecord } from './csv-file.ts';
import type { WellFinder } from './well-finder.ts';

/** What a row says: the volumes of one day of one well. */
export interface ImportRow {
  readonly kind: 'ROW';
  readonly line: number;
  readonly wellId: string;
  readonly day: string;
  /** The day as the file has it, for a refusal. */
  readonly dayText: string;
  readonly volumes: Volumes;
}

export type ReadRow =
  ImportRow | { readonly kind: 'SKIPPED' } | { readonly kind: 'REFUSED'; readonly refusal: RefusedRow };
export type RowReader = (record: CsvRecord | UnreadableRecord) => ReadRow;

interface VolumeColumn {
  readonly field: VolumeField;
  readonly column: string;
  readonly index: number;
  readonly read: VolumeReader;
}

/** Throws `VALIDATION_FAILED` if the file lacks a column that the mapping names. */
export function rowReader(mapping: ImportMapping, header: readonly string[], wells: WellFinder): RowReader {
  const indexOf = columnFinder(header);
  const wellIndex = indexOf(mapping.well.column, 'mapping.well.column');
  const dateIndex = indexOf(mapping.date.column, 'mapping.date.column');
  const readDay = dayReader(mapping.date.format);
  const volumes = volumeColumns(mapping, indexOf);
  const filters = mapping.where.map(({ column, equals }, position) => ({
    index: indexOf(column, `mapping.where[${position}].column`),
    equals: equals.trim(),
  }));

  return (record) => {
    if (record.cells === null) return refuse(record.line, null, null, 'MALFORMED_ROW', record.reason);
    const { cells, line } = record;
    const cell = (index: number): string => cells[index] ?? '';
    if (filters.some(({ index, equals }) => cell(index).trim() !== equals)) return { kind: 'SKIPPED' };
    if (cells.length !== header.length) {
      const reason = `Has ${cells.length} cells where the header has ${header.length}`;
      return refuse(line, null, null, 'MALFORMED_ROW', reason);
    }
    const well = wells(cell(wellIndex));
    if (!well.ok) return refuse(line, mapping.well.column, cell(wellIndex), well.code, well.reason);
    const day = readDay(cell(dateIndex));
    if (day === null) {
      const reason = `Is not a day written as ${mapping.date.format}`;
      return refuse(line, mapping.date.column, cell(dateIndex), 'DATE_INVALID', reason);
    }
    const values: Volumes = { oilVolume: null, gasVolume: null, waterVolume: null };
    for (const { field, column, index, read } of volumes) {
      const reading = read(cell(index));
      if (!reading.ok) return refuse(line, column, cell(index), reading.code, reading.reason);
      values[field] = reading.volume;
    }
    if (!hasVolume(values)) {
      return refuse(
        line,
        volumes[0]?.column ?? null,
        '',
        'VOLUME_MISSING',
        'Neither oil nor gas nor water is given',
      );
    }
    return { kind: 'ROW', line, wellId: well.wellId, day, dayText: cell(dateIndex), volumes: values };
  };
}

type ColumnFinder = (column: string, path: string) => number;

function columnFinder(header: readonly string[]): ColumnFinder {
  return (column, path) => {
    const index = header.indexOf(column.trim());
    if (index !== -1) return index;
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ path, message: `The file has no column "${column}"` }],
    });
  };
}

function volumeColumns(mapping: ImportMapping, indexOf: ColumnFinder): VolumeColumn[] {
  const columns: VolumeColumn[] = [];
  const add = (
    given: { column: string; unit: string } | undefined,
    product: 'OIL' | 'GAS' | 'WATER',
    field: VolumeField,
  ): void => {
    if (given === undefined) return;
    columns.push({
      field,
      column: given.column,
      index: indexOf(given.column, `mapping.${product.toLowerCase()}.column`),
      read: volumeReader(product, given.unit === 'SM3', mapping.decimalSeparator),
    });
  };
  add(mapping.oil, 'OIL', 'oilVolume');
  add(mapping.gas, 'GAS', 'gasVolume');
  add(mapping.water, 'WATER', 'waterVolume');
  return columns;
}

const refuse = (
  row: number,
  column: string | null,
  value: string | null,
  code: ImportRefusal,
  reason: string,
): ReadRow => ({ kind: 'REFUSED', refusal: { row, column, value, code, reason } });
