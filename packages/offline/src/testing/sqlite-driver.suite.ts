/** What every SQLite driver must do. Each platform's tests call this with a way to open a file of theirs. */
import { describe, expect, test } from 'vitest';
import { DeviceDatabase } from '../database/device-database.ts';
import type { SqliteDriver } from '../ports/sqlite.ts';

const NOW = '2025-10-20T14:30:00.000Z';
const MANY = 20_000;

/** `open` opens the same database each time it is called for the same `file`. */
export function describeSqliteDriver(
  name: string,
  open: (file: string) => Promise<SqliteDriver>,
  newFile: () => string,
): void {
  describe(`${name} as a SQLite driver`, () => {
    const withTable = async (file = newFile()): Promise<SqliteDriver> => {
      const driver = await open(file);
      await driver.execute('CREATE TABLE note (id INTEGER PRIMARY KEY, value)');
      return driver;
    };
    const values = async (driver: SqliteDriver): Promise<unknown[]> =>
      (await driver.query('SELECT value FROM note ORDER BY id')).map((row) => row['value']);

    test('waits for the disk: the offline client takes it as durable', async () => {
      const driver = await open(newFile());
      await DeviceDatabase.open(driver, NOW);
      expect(await driver.query('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
      await driver.close();
    });

    test('gives values back as they were put in', async () => {
      const driver = await withTable();
      const given = ['Ærø #1 ☃ 🛢', '', 0, -1, 42.5, 9_007_199_254_740_991, null];
      for (const value of given) await driver.execute('INSERT INTO note (value) VALUES (?)', [value]);
      expect(await values(driver)).toEqual(given);
      await driver.execute('DELETE FROM note');
      await driver.execute('INSERT INTO note (value) VALUES (?)', [Uint8Array.of(0, 1, 255)]);
      const [bytes] = await values(driver);
      expect([...(bytes as Uint8Array)]).toEqual([0, 1, 255]);
      await driver.close();
    });

    test('says how many rows a statement changed', async () => {
      const driver = await withTable();
      expect(await driver.execute("INSERT INTO note (value) VALUES ('a'), ('b')")).toBe(2);
      expect(await driver.execute("DELETE FROM note WHERE value = 'c'")).toBe(0);
      await driver.close();
    });

    test('returns what RETURNING asks for', async () => {
      const driver = await withTable();
      expect(await driver.query("INSERT INTO note (value) VALUES ('a') RETURNING id, value")).toEqual([
        { id: 1, value: 'a' },
      ]);
      await driver.close();
    });

    test('keeps what was committed over closing and opening', async () => {
      const file = newFile();
      const driver = await withTable(file);
      await driver.transaction(async (tx) => {
        await tx.execute("INSERT INTO note (value) VALUES ('kept')");
      });
      await driver.close();
      const again = await open(file);
      expect(await values(again)).toEqual(['kept']);
      await again.close();
    });

    test('undoes all of a transaction that throws, and says why', async () => {
      const driver = await withTable();
      const failing = driver.transaction(async (tx) => {
        await tx.execute("INSERT INTO note (value) VALUES ('half')");
        throw new Error('on purpose');
      });
      await expect(failing).rejects.toThrow('on purpose');
      const broken = driver.transaction(async (tx) => {
        await tx.execute("INSERT INTO note (value) VALUES ('half')");
        await tx.execute('INSERT INTO nothing VALUES (1)');
      });
      await expect(broken).rejects.toThrow();
      expect(await values(driver)).toEqual([]);
      await driver.close();
    });

    test('goes on after a transaction that failed', async () => {
      const driver = await withTable();
      await driver.transaction(async () => Promise.reject(new Error('on purpose'))).catch(() => undefined);
      await driver.transaction(async (tx) => {
        await tx.execute("INSERT INTO note (value) VALUES ('after')");
      });
      expect(await values(driver)).toEqual(['after']);
      await driver.close();
    });

    test('runs transactions one after the other, and shows nobody half of one', async () => {
      const driver = await withTable();
      await driver.execute('INSERT INTO note (id, value) VALUES (1, 0)');
      const increment = () =>
        driver.transaction(async (tx) => {
          const [row] = await tx.query('SELECT value FROM note WHERE id = 1');
          const value = Number(row?.['value']);
          await tx.execute('UPDATE note SET value = -1 WHERE id = 1');
          await Promise.resolve();
          await tx.execute('UPDATE note SET value = ? WHERE id = 1', [value + 1]);
        });
      const reads = Array.from({ length: 50 }, async () => {
        await increment();
        return (await values(driver))[0];
      });
      for (const seen of await Promise.all(reads)) expect(seen).toBeGreaterThan(0);
      expect(await values(driver)).toEqual([50]);
      await driver.close();
    });

    test(`takes ${MANY} rows in one statement and in one transaction`, async () => {
      const driver = await withTable();
      const rows = JSON.stringify(Array.from({ length: MANY }, (_, index) => index));
      await driver.transaction(async (tx) => {
        await tx.execute('INSERT INTO note (value) SELECT value FROM json_each(?)', [rows]);
        for (let index = 0; index < 500; index += 1)
          await tx.execute('INSERT INTO note (value) VALUES (?)', [index]);
      });
      expect(await driver.query('SELECT count(*) AS count FROM note')).toEqual([{ count: MANY + 500 }]);
      await driver.close();
    });
  });
}
