import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
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

/** Whether another program could open the database at `path` now, or make it anew. */
function mayAnother(path: string, begin: 'begin' | 'begin exclusive'): boolean {
  const lock = new DatabaseSync(`${path}-open`, { timeout: 0 });
  try {
    lock.exec(begin);
    lock.prepare('select count(*) from sqlite_schema').get();
    return true;
  } catch {
    return false;
  } finally {
    lock.close();
  }
}

test('no other program opens what is closed to be replaced', async () => {
  const path = join(aFolder(), 'device.db');
  const file = nodeDatabaseFile(path);
  const driver = await file.open();
  const seen: boolean[] = [];
  await file.replace(async (fresh) => {
    await note(fresh, 'fresh');
    await driver.close();
    seen.push(mayAnother(path, 'begin'));
  });
  expect([...seen, mayAnother(path, 'begin exclusive')]).toEqual([false, true]);
});

test('what could not be replaced and is open still is not replaced by another program', async () => {
  const path = join(aFolder(), 'device.db');
  const file = nodeDatabaseFile(path);
  const driver = await file.open();
  await expect(file.replace(() => Promise.reject(new Error('No room')))).rejects.toThrow('No room');
  expect([mayAnother(path, 'begin'), mayAnother(path, 'begin exclusive')]).toEqual([true, false]);
  await driver.close();
  expect(mayAnother(path, 'begin exclusive')).toBe(true);
});

test('what was closed to be replaced, and could not be, can be opened by everybody', async () => {
  const path = join(aFolder(), 'device.db');
  const file = nodeDatabaseFile(path);
  const driver = await file.open();
  await note(driver, 'former');
  // Nothing can take this name then.
  await mkdir(`${path}-repaired`);
  await expect(file.replace(() => driver.close())).rejects.toThrow();
  expect(mayAnother(path, 'begin exclusive')).toBe(true);
});
