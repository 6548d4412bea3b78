/** Records as the server sends them, as rows of the device's tables. */
import {
  alertSchema,
  conflictRecordSchema,
  equipmentSchema,
  maintenanceSchema,
  productionRecordSchema,
  wellSchema,
  type SyncedEntity,
} from '@wellpulse/contracts';
import { productionKey, routeOrderKey, searchKey } from '@wellpulse/domain';
import type { KeyedRow } from '../database/upsert-rows.ts';
import type { ReceivedChange } from '../protocol/tolerant-reader.ts';

export const MIRROR_TABLES = {
  WELL: 'wells',
  PRODUCTION: 'production_data',
  EQUIPMENT: 'equipment',
  MAINTENANCE: 'equipment_maintenance',
  CONFLICT: 'conflicts',
  ALERT: 'alerts',
} as const satisfies Record<SyncedEntity, string>;

const alertRowSchema = alertSchema.omit({ wellName: true });

const READERS: Readonly<Record<SyncedEntity, (data: unknown) => KeyedRow>> = {
  WELL: (data) => {
    const row = wellSchema.parse(data);
    const columns = { route_order: routeOrderKey(row), name_key: searchKey(row.name) };
    return { key: row.id, columns, row: live(row) };
  },
  PRODUCTION: (data) => {
    const row = productionRecordSchema.parse(data);
    return {
      key: productionKey(row.wellId, row.productionDate),
      columns: { well_id: row.wellId, production_date: row.productionDate },
      row: live(row),
    };
  },
  EQUIPMENT: (data) => {
    const row = equipmentSchema.parse(data);
    const columns = { server_serial_key: searchKey(row.serialNumber) };
    return { key: row.id, columns, row: live(row) };
  },
  MAINTENANCE: (data) => {
    const row = maintenanceSchema.parse(data);
    return { key: row.id, columns: { equipment_id: row.equipmentId }, row: JSON.stringify(row) };
  },
  CONFLICT: (data) => {
    const row = conflictRecordSchema.parse(data);
    return { key: row.id, columns: {}, row: JSON.stringify(row) };
  },
  ALERT: (data) => {
    const row = alertRowSchema.parse(data);
    return { key: row.id, columns: {}, row: JSON.stringify(row) };
  },
};

const live = (row: object): string => JSON.stringify({ ...row, deleted: false });

/** Null if the record is not as the contracts say; it must not hold up the others. */
export function readChange(entity: SyncedEntity, { version, data }: ReceivedChange): KeyedRow | null {
  try {
    return { version, ...READERS[entity](data) };
  } catch {
    return null;
  }
}
