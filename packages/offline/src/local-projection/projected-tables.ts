/** The tables whose records the device's own events change. */
import { productionKey, searchKey } from '@wellpulse/domain';
import type { KeyedRow } from '../database/upsert-rows.ts';
import type { RecordKind } from '../events/device-events.ts';
import type { RecordRows } from './project-record.ts';

export interface ProjectedTable {
  readonly table: 'production_data' | 'equipment' | 'equipment_maintenance' | 'conflicts';
  /** Where these rows stand among those of a record. */
  readonly part: keyof RecordRows;
  readonly kind: RecordKind;
  /** The column that names the record that events are about. */
  readonly recordColumn: 'key' | 'equipment_id';
  /** `rows` are those of this table's part. */
  readonly keyed: (rows: RecordRows) => KeyedRow[];
}

const byId = (row: { readonly id: string }): KeyedRow => ({
  key: row.id,
  columns: {},
  row: JSON.stringify(row),
});

export const PROJECTED_TABLES: readonly ProjectedTable[] = [
  {
    table: 'production_data',
    part: 'production',
    kind: 'production',
    recordColumn: 'key',
    keyed: ({ production }) =>
      production.map((row) => ({
        key: productionKey(row.wellId, row.productionDate),
        columns: { well_id: row.wellId, production_date: row.productionDate },
        row: JSON.stringify(row),
      })),
  },
  {
    table: 'equipment',
    part: 'equipment',
    kind: 'equipment',
    recordColumn: 'key',
    keyed: ({ equipment }) =>
      equipment.map((row) => ({
        ...byId(row),
        columns: { local_serial_key: searchKey(row.serialNumber) },
      })),
  },
  {
    table: 'equipment_maintenance',
    part: 'maintenance',
    kind: 'equipment',
    recordColumn: 'equipment_id',
    keyed: ({ maintenance }) =>
      maintenance.map((row) => ({ ...byId(row), columns: { equipment_id: row.equipmentId } })),
  },
  {
    table: 'conflicts',
    part: 'conflicts',
    kind: 'conflict',
    recordColumn: 'key',
    keyed: ({ conflicts }) => conflicts.map(byId),
  },
];
