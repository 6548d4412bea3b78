import { routeOrderKey, searchKey } from '@wellpulse/domain';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../offline-client.fixture.ts';
import { nodeDatabaseFile } from '../node/database/node-database-file.ts';
import { openNodeSqlite } from '../node/database/node-sqlite.ts';
import type { SqliteDriver } from '../ports/sqlite.ts';
import { fillFresh } from '../repair/fill-fresh.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';

const ORDERS_WELLS = 6;
const HAS_SEARCH_KEYS = 17;
const KEEPS_EACH_LOST_STATE = 27;
const AT = '2025-10-20T14:30:00.000Z';
const wellOf = (name: string, route: string | null, routePosition: number | null): string =>
  JSON.stringify({ id: name, name, route, routePosition });

/** One that the server has, one that was made here, and one that has two numbers: here, and at the server. */
async function insertItems(driver: SqliteDriver): Promise<void> {
  const numbered = (serialNumber: string): string => JSON.stringify({ serialNumber });
  for (const [key, server, local] of [
    ['server', numbered('PEÑA–1'), null],
    ['local', null, numbered('MÆRSK  2')],
    ['both', numbered('PJ-3'), numbered('PJ-4')],
  ] as const) {
    await driver.execute('INSERT INTO equipment (key, server_row, local_row) VALUES (?, ?, ?)', [
      key,
      server,
      local,
    ]);
  }
}

async function expectItemsFound(driver: SqliteDriver): Promise<void> {
  const keyOf = async (serialNumber: string): Promise<unknown> => {
    const [found] = await driver.query('SELECT key FROM equipment WHERE serial_key = ?', [
      searchKey(serialNumber),
    ]);
    return found?.['key'];
  };
  expect(await keyOf('pena-1')).toBe('server');
  expect(await keyOf('mærsk 2')).toBe('local');
  expect(await keyOf('pj-4')).toBe('both');
  expect(await keyOf('PJ-3')).toBeUndefined();
  const wells = await driver.query('SELECT key FROM wells WHERE name_key = ?', [searchKey('C')]);
  expect(wells).toEqual([{ key: 'c' }]);
}

test('a file of each older schema is brought up to date, with what it holds', async () => {
  for (let made = 1; made < MIGRATIONS.length; made += 1) {
    const driver = await openNodeSqlite(join(aFolder(), 'old.db'));
    await migrate(driver, AT, MIGRATIONS.slice(0, made));
    for (const [name, route, position] of [
      ['b', 'North', 2],
      ['a', null, null],
      ['c', 'North', null],
    ] as const) {
      const row = wellOf(name, route, position);
      await driver.execute('INSERT INTO wells (key, server_version, server_row) VALUES (?, 1, ?)', [
        name,
        row,
      ]);
      if (made < ORDERS_WELLS) continue;
      const order = routeOrderKey({ name, route, routePosition: position });
      await driver.execute('UPDATE wells SET route_order = ? WHERE key = ?', [order, name]);
    }
    const isBeforeKeys = (MIGRATIONS[made - 1]?.number ?? 0) < HAS_SEARCH_KEYS;
    if (isBeforeKeys) await insertItems(driver);
    await migrate(driver, AT);
    if (isBeforeKeys) await expectItemsFound(driver);
    expect(await driver.query('SELECT name FROM wells ORDER BY route_order')).toEqual(
      ['b', 'c', 'a'].map((name) => ({ name })),
    );
    expect(await driver.query('SELECT max(number) AS number FROM schema_migrations')).toEqual([
      { number: MIGRATIONS.at(-1)?.number },
    ]);
    expect(await driver.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    await driver.close();
  }
});

test('what an older app had to offer stays as it was, also if its file is damaged before it is brought up to date', async () => {
  const path = join(aFolder(), 'old.db');
  const driver = await openNodeSqlite(path);
  const older = MIGRATIONS.filter(({ number }) => number < KEEPS_EACH_LOST_STATE);
  await migrate(driver, AT, older);
  const lost = { id: 'a', entity: 'WELL', version: 2, deleted: 0, row: '{}', told_at: AT, is_former: 1 };
  await driver.execute(
    'INSERT INTO lost_records (id, entity, version, deleted, row, told_at, is_former) VALUES (?, ?, ?, ?, ?, ?, ?)',
    Object.values(lost),
  );
  const fresh = await openNodeSqlite(join(aFolder(), 'fresh.db'));
  await fillFresh(fresh, driver, { file: nodeDatabaseFile(path), at: AT });
  await migrate(driver, AT);
  for (const opened of [driver, fresh]) {
    expect(await opened.query('SELECT * FROM lost_records')).toEqual([{ number: 1, ...lost }]);
    await opened.close();
  }
});
