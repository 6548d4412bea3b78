import { routeOrderKey } from '@wellpulse/domain';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../offline-client.fixture.ts';
import { openNodeSqlite } from '../node/database/node-sqlite.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';

const ORDERS_WELLS = 6;
const AT = '2025-10-20T14:30:00.000Z';
const wellOf = (name: string, route: string | null, routePosition: number | null): string =>
  JSON.stringify({ id: name, name, route, routePosition });

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
    await migrate(driver, AT);
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
