import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DeviceDatabase } from '../../database/device-database.ts';
import { NewerDatabaseError } from '../../database/migrate.ts';
import { aFolder } from '../../offline-client.fixture.ts';
import { describeSqliteDriver } from '../../testing/sqlite-driver.suite.ts';
import { openNodeSqlite } from './node-sqlite.ts';

const NOW = '2025-10-20T14:30:00.000Z';

describeSqliteDriver('node:sqlite', openNodeSqlite, () => join(aFolder(), 'driver.db'));

test('a database that would not wait for the disk is refused', async () => {
  const driver = await openNodeSqlite(':memory:');
  await expect(DeviceDatabase.open(driver, NOW)).rejects.toThrow('journal mode is memory');
});

test('a database of a newer app is refused and left as it is', async () => {
  const file = join(aFolder(), 'device.db');
  const driver = await openNodeSqlite(file);
  const database = await DeviceDatabase.open(driver, NOW);
  await driver.execute("INSERT INTO schema_migrations VALUES (9999, 'of the future', '')");
  await database.close();
  await expect(DeviceDatabase.open(await openNodeSqlite(file), NOW)).rejects.toThrow(NewerDatabaseError);
});
