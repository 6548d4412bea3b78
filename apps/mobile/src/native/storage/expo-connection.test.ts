import { isStorageProblem, serialise } from '@wellpulse/offline';
import { describeSqliteDriver } from '@wellpulse/offline/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { connectionOn } from './expo-connection.ts';
import { expoDatabase } from './expo-sqlite.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'wellpulse-phone-sqlite-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
let files = 0;
const aFile = (): string => join(folder, `${String((files += 1))}.db`);
const open = async (file: string) => serialise(connectionOn(expoDatabase(file)));

describeSqliteDriver('a phone', open, aFile);

test('more statements than are kept prepared are no trouble', async () => {
  const driver = await open(aFile());
  for (let number = 0; number < 250; number += 1) {
    expect(await driver.query(`SELECT ${String(number)} AS number`)).toEqual([{ number }]);
  }
  await driver.close();
});

test('a statement that failed can be run again', async () => {
  const driver = await open(aFile());
  await driver.execute('CREATE TABLE well (name TEXT UNIQUE)');
  const insert = 'INSERT INTO well (name) VALUES (?)';
  await driver.execute(insert, ['Acme #1']);
  await expect(driver.execute(insert, ['Acme #1'])).rejects.toThrow('UNIQUE');
  expect(await driver.execute(insert, ['Acme #2'])).toBe(1);
  await driver.close();
});

test('a write that failed is one without room where the disk is full, and else what SQLite says of it', async () => {
  const failing = { prepareAsync: () => Promise.reject(new Error('Error code 10: disk I/O error')) };
  const database = Object.assign(expoDatabase(aFile()), failing);
  let isFull = true;
  const connection = connectionOn(database, async () => isFull);
  const problemNow = () => connection.execute('DELETE FROM well').catch((error: unknown) => error);
  expect(isStorageProblem(await problemNow(), 'FULL')).toBe(true);
  isFull = false;
  expect(isStorageProblem(await problemNow(), 'FULL')).toBe(false);
  expect(String(await problemNow())).toContain('disk I/O error');
  await connection.close();
});
