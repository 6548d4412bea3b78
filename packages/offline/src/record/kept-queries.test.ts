import { expect, test } from 'vitest';
import { aDevice, recordOil } from '../offline-client.fixture.ts';
import { openNodeSqlite } from '../node/index.ts';
import type { SqliteExecutor } from '../ports/sqlite.ts';
import { keptQuery, kyselyOn } from '../database/kysely-on.ts';

test('a kept query is built once, and run with the values of each call', async () => {
  const driver = await openNodeSqlite(':memory:');
  await driver.execute('CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)');
  let built = 0;
  const valuesOf = keptQuery((db, key: string, other: string) => {
    built += 1;
    return db.selectFrom('meta').where('key', 'in', [other, key]).select('value').orderBy('key').compile();
  });
  for (const key of ['a', 'b', 'c'])
    await driver.execute('INSERT INTO meta VALUES (?, ?)', [key, `of ${key}`]);
  const db = kyselyOn(driver);
  expect(await valuesOf(db, 'a', 'b')).toEqual([{ value: 'of a' }, { value: 'of b' }]);
  expect(await valuesOf(db, 'c', 'nothing')).toEqual([{ value: 'of c' }]);
  expect(built).toBe(1);
  await driver.close();
});

/** What an entry costs grows unseen, a statement at a time. */
test('saving an entry takes fifteen statements, in one transaction', async () => {
  const { client, reopen } = await aDevice();
  await client.close();
  let statements = 0;
  let transactions = 0;
  const counted = (executor: SqliteExecutor): SqliteExecutor => ({
    execute: (sql, params) => ((statements += 1), executor.execute(sql, params)),
    query: (sql, params) => ((statements += 1), executor.query(sql, params)),
  });
  const device = await reopen((driver) => ({
    ...counted(driver),
    transaction: (run) => ((transactions += 1), driver.transaction((tx) => run(counted(tx)))),
    close: () => driver.close(),
  }));
  [statements, transactions] = [0, 0];
  await recordOil(device, 40);
  expect({ statements, transactions }).toEqual({ statements: 15, transactions: 1 });
  await device.close();
});
