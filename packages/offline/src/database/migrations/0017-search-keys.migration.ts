import { searchKey } from '@wellpulse/domain';
import type { Migration } from '../migration.ts';

/** Of the row that counts: an item may have another serial number here than at the server. */
const SERIAL_KEY = 'CASE WHEN local_row IS NULL THEN server_serial_key ELSE local_serial_key END';

/** SQLite folds letters of ASCII only, so `searchKey` of the domain says which texts are the same (ADR 73). */
export const searchKeys: Migration = {
  number: 17,
  name: 'wells and items by their names, in any spelling',
  statements: [
    `ALTER TABLE wells ADD COLUMN name_key TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE wells ADD COLUMN api_number TEXT
      GENERATED ALWAYS AS (json_extract(coalesce(local_row, server_row), '$.apiNumber')) VIRTUAL`,
    'CREATE INDEX wells_name ON wells (name_key, route_order)',
    'CREATE INDEX wells_api_number ON wells (api_number)',
    `ALTER TABLE equipment ADD COLUMN server_serial_key TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE equipment ADD COLUMN local_serial_key TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE equipment ADD COLUMN serial_key TEXT GENERATED ALWAYS AS (${SERIAL_KEY}) VIRTUAL`,
    'DROP INDEX equipment_serial',
    'CREATE INDEX equipment_serial ON equipment (serial_key)',
  ],
  fill: async (tx) => {
    const wells = await tx.query('SELECT key, server_row FROM wells');
    for (const { key, server_row: row } of wells) {
      await tx.execute('UPDATE wells SET name_key = ? WHERE key = ?', [keyIn(row, 'name'), String(key)]);
    }
    const items = await tx.query('SELECT key, server_row, local_row FROM equipment');
    for (const { key, server_row: server, local_row: local } of items) {
      await tx.execute('UPDATE equipment SET server_serial_key = ?, local_serial_key = ? WHERE key = ?', [
        keyIn(server, 'serialNumber'),
        keyIn(local, 'serialNumber'),
        String(key),
      ]);
    }
  },
};

/** Of one text of a stored row; empty where there is no such row. */
function keyIn(row: unknown, field: string): string {
  if (typeof row !== 'string') return '';
  const { [field]: text } = JSON.parse(row) as Readonly<Record<string, unknown>>;
  return typeof text === 'string' ? searchKey(text) : '';
}
