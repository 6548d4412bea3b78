/** The tables whose records the device's own events change. */
import { RECORD_TABLES, type OfRecord } from '../database/record-tables.ts';
import type { KeyedRow } from '../database/upsert-rows.ts';
import type { RecordRows } from './project-record.ts';

const { PRODUCTION, EQUIPMENT, MAINTENANCE, CONFLICT } = RECORD_TABLES;

export interface ProjectedTable {
  readonly table: (typeof RECORD_TABLES)['PRODUCTION' | 'EQUIPMENT' | 'MAINTENANCE' | 'CONFLICT']['table'];
  /** Where these rows stand among those of a record. */
  readonly part: keyof RecordRows;
  readonly ofRecord: OfRecord;
  /** `rows` are those of this table's part. */
  readonly keyed: (rows: RecordRows) => KeyedRow[];
}

export const PROJECTED_TABLES: readonly ProjectedTable[] = [
  { ...PRODUCTION, part: 'production', keyed: ({ production }) => production.map(PRODUCTION.keyed) },
  { ...EQUIPMENT, part: 'equipment', keyed: ({ equipment }) => equipment.map(EQUIPMENT.keyed) },
  { ...MAINTENANCE, part: 'maintenance', keyed: ({ maintenance }) => maintenance.map(MAINTENANCE.keyed) },
  { ...CONFLICT, part: 'conflicts', keyed: ({ conflicts }) => conflicts.map(CONFLICT.keyed) },
];
