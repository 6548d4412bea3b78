/** How a phone and a browser open their databases, over Node's SQLite: it takes a key and encrypts nothing. */
import type { SQLiteDatabase } from 'expo-sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { VERSION_PRAGMA } from '../keys/give-key.ts';
import { expoDatabase } from './expo-sqlite.fixture.ts';
import { openSqlite } from './sqlite.ts';
import { openSqlite as openSqliteOfBrowser } from './sqlite.web.ts';

/** The device of the moment: where its databases are, whether its SQLite encrypts, and what that was told, in order. */
const device = vi.hoisted(() => ({ folder: '', encrypts: true, told: [] as string[] }));

vi.mock('expo-sqlite', () => ({
  openDatabaseAsync: async (name: string): Promise<SQLiteDatabase> => {
    const database = expoDatabase(join(device.folder, name));
    const run = database.execAsync.bind(database);
    const execAsync = async (sql: string): Promise<void> => {
      device.told.push(sql);
      await run(sql);
    };
    const getFirstAsync = async (sql: string) => {
      device.told.push(sql);
      return sql === VERSION_PRAGMA && device.encrypts ? { cipher_version: '4.7.0 community' } : null;
    };
    return Object.assign(database, { execAsync, getFirstAsync });
  },
  // It throws where there is none.
  deleteDatabaseAsync: async (name: string) => {
    rmSync(join(device.folder, name));
  },
}));

const folder = mkdtempSync(join(tmpdir(), 'wellpulse-phone-open-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  Object.assign(device, { folder: mkdtempSync(join(folder, 'device-')), encrypts: true, told: [] });
});

/** A browser's page, and its workers: each says by such an event that the files are free, or that it can't tell. */
class Workers extends EventTarget {
  static readonly running = new Set<Workers>();
  constructor() {
    super();
    Workers.running.add(this);
  }
  terminate(): void {
    Workers.running.delete(this);
  }
  static say(event: 'message' | 'error'): void {
    for (const worker of Workers.running) worker.dispatchEvent(new Event(event));
  }
}
vi.stubGlobal('window', { location: { href: 'https://field.example/field' } });
vi.stubGlobal('Worker', Workers);

/** The database of a browser whose files are free, or whose worker fails. */
async function openInBrowser(event: 'message' | 'error') {
  let isOpen = false;
  const opening = openSqliteOfBrowser().then((driver) => {
    isOpen = true;
    return driver;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([isOpen, Workers.running.size]).toEqual([false, 1]);
  Workers.say(event);
  const driver = await opening;
  expect(Workers.running.size).toBe(0);
  return driver;
}

const [KEY, OTHER] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(8)];

/** The tables of a phone that opens its database so, and makes one more. */
async function tablesOf(key: Uint8Array, isNewKey: boolean, table: string): Promise<unknown> {
  const driver = await openSqlite(key, isNewKey);
  await driver.execute(`CREATE TABLE ${table} (name TEXT)`);
  const tables = await driver.query('SELECT name FROM sqlite_schema ORDER BY name');
  await driver.close();
  return tables.map(({ name }) => name);
}

test('a phone finds what it had under its key, and begins empty under a new one', async () => {
  expect(await tablesOf(KEY, true, 'first')).toEqual(['first']);
  expect(await tablesOf(KEY, false, 'second')).toEqual(['first', 'second']);
  expect(await tablesOf(OTHER, true, 'third')).toEqual(['third']);
});

test('a phone tells its key before anything else, and opens nothing without one', async () => {
  await (await openSqlite(KEY, false)).close();
  expect(device.told).toEqual([expect.stringMatching(/^PRAGMA key = "x'(07){32}'"$/), VERSION_PRAGMA]);
  await expect(openSqlite(null, false)).rejects.toThrow('needs a key');
  device.encrypts = false;
  await expect(openSqlite(KEY, false)).rejects.toThrow('without SQLCipher');
});

test('a browser has its database to itself once its files are free, and finds what it had', async () => {
  const driver = await openInBrowser('message');
  await driver.execute('CREATE TABLE first (name TEXT)');
  expect(await driver.query('PRAGMA locking_mode')).toEqual([{ locking_mode: 'exclusive' }]);
  await driver.close();
  const again = await openInBrowser('error');
  expect(await again.query('SELECT name FROM sqlite_schema')).toEqual([{ name: 'first' }]);
  await again.close();
});
