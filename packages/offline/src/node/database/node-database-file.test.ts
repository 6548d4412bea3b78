import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../../offline-client.fixture.ts';
import type { SqliteExecutor } from '../../ports/sqlite.ts';
import { describeDatabaseFile } from '../../testing/database-file.suite.ts';
import { nodeDatabaseFile } from './node-database-file.ts';

const note = async (db: SqliteExecutor, value: string): Promise<void> => {
  await db.execute('CREATE TABLE IF NOT EXISTS note (value)');
  await db.execute('INSERT INTO note VALUES (?)', [value]);
};

describeDatabaseFile('a file on this machine', () => join(aFolder(), 'device.db'), nodeDatabaseFile);

test('a program that ends before the whole database has its place leaves the rest to the next opening', async () => {
  const path = join(aFolder(), 'device.db');
  const file = nodeDatabaseFile(path);
  for (const [name, value] of [
    [path, 'former'],
    [`${path}-repaired`, 'fresh'],
  ] as const) {
    const driver = await nodeDatabaseFile(`${path}-made`).open();
    await note(driver, value);
    await driver.close();
    await rename(`${path}-made`, name);
  }
  const opened = await file.open();
  expect(await opened.query('SELECT value FROM note')).toEqual([{ value: 'fresh' }]);
  await opened.close();
  const former = await nodeDatabaseFile(`${path}-damaged`).open();
  expect(await former.query('SELECT value FROM note')).toEqual([{ value: 'former' }]);
  await former.close();
});
