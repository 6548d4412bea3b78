/** The tables of records, an entry for each kind: how a row is read off what the server sends, and where it is kept. */
import {
  alertRecordSchema,
  equipmentSchema,
  keptConflictSchema,
  maintenanceSchema,
  productionRecordSchema,
  wellSchema,
  type SyncedEntity,
} from '@wellpulse/contracts';
import { productionKey, routeOrderKey, searchKey } from '@wellpulse/domain';
import type { z } from 'zod';
import type { RecordKind } from '../events/device-events.ts';
import type { KeyedRow } from './upsert-rows.ts';

/** Which record of the log a row belongs to, and the column that names it. */
export interface OfRecord {
  readonly kind: RecordKind;
  readonly column: 'key' | 'equipment_id';
}

interface Keeping<Row> {
  /** The record's id, if left out. */
  readonly key?: (row: Row) => string;
  /** The table's columns that stand by themselves; `side` says whether the server's row or the local one is written. */
  readonly columns?: (row: Row, side: 'server' | 'local') => KeyedRow['columns'];
}

interface Kind<OfOne extends OfRecord | undefined> {
  /** Whether rows say that the record is deleted; one that the server sends with its values is not. */
  readonly isDeletable: boolean;
  /** Undefined where no event of a device is about these records. */
  readonly ofRecord: OfOne;
}

function recordTable<
  Schema extends z.ZodObject<{ id: z.ZodType<string> }>,
  const Table extends string,
  const OfOne extends OfRecord | undefined,
>(
  table: Table,
  schema: Schema,
  { isDeletable, ofRecord }: Kind<OfOne>,
  { key = ({ id }) => id, columns = () => ({}) }: Keeping<z.output<Schema>> = {},
) {
  const keyed = (row: z.output<Schema>, side: 'server' | 'local'): KeyedRow => ({
    key: key(row),
    columns: columns(row, side),
    row: JSON.stringify(row),
  });
  return {
    table,
    ofRecord,
    /** A row as this device's own events make it. */
    keyed: (row: z.output<Schema>): KeyedRow => keyed(row, 'local'),
    /** A record as the server sends it. Throws if it is not as the contracts say. */
    read(data: unknown): KeyedRow {
      const row = schema.parse(data);
      return keyed(isDeletable ? { ...row, deleted: false } : row, 'server');
    },
  };
}

export const RECORD_TABLES = {
  WELL: recordTable(
    'wells',
    wellSchema,
    { isDeletable: true, ofRecord: undefined },
    { columns: (row) => ({ route_order: routeOrderKey(row), name_key: searchKey(row.name) }) },
  ),
  PRODUCTION: recordTable(
    'production_data',
    productionRecordSchema,
    { isDeletable: true, ofRecord: { kind: 'production', column: 'key' } },
    {
      key: (row) => productionKey(row.wellId, row.productionDate),
      columns: (row) => ({ well_id: row.wellId, production_date: row.productionDate }),
    },
  ),
  EQUIPMENT: recordTable(
    'equipment',
    equipmentSchema,
    { isDeletable: true, ofRecord: { kind: 'equipment', column: 'key' } },
    { columns: (row, side) => ({ [`${side}_serial_key`]: searchKey(row.serialNumber) }) },
  ),
  MAINTENANCE: recordTable(
    'equipment_maintenance',
    maintenanceSchema,
    { isDeletable: false, ofRecord: { kind: 'equipment', column: 'equipment_id' } },
    { columns: (row) => ({ equipment_id: row.equipmentId }) },
  ),
  CONFLICT: recordTable('conflicts', keptConflictSchema, {
    isDeletable: false,
    ofRecord: { kind: 'conflict', column: 'key' },
  }),
  ALERT: recordTable('alerts', alertRecordSchema, { isDeletable: false, ofRecord: undefined }),
} as const satisfies Record<SyncedEntity, unknown>;
