/** The planner finds the events of one record by that record, however many events there are. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aDevice, recordOil } from '../offline-client.fixture.ts';
import { openNodeSqlite } from '../node/index.ts';
import type { SqliteDriver, SqliteExecutor } from '../ports/sqlite.ts';

/** Keeps the text of each statement about the log. */
function listening(driver: SqliteDriver, seen: Set<string>): SqliteDriver {
  const heard = (executor: SqliteExecutor): SqliteExecutor => ({
    execute: (sql, params) => executor.execute(note(sql), params),
    query: (sql, params) => executor.query(note(sql), params),
  });
  const note = (sql: string): string => {
    if (/event_log/.test(sql) && /^\s*(?:select|update|delete)/i.test(sql)) seen.add(sql);
    return sql;
  };
  return {
    ...heard(driver),
    transaction: (run) => driver.transaction((tx) => run(heard(tx))),
    close: () => driver.close(),
  };
}

test('neither an entry nor its answer makes the device look at all events of a state', async () => {
  const { client, folder, reopen } = await aDevice();
  await client.close();
  const seen = new Set<string>();
  const device = await reopen((driver) => listening(driver, seen));
  seen.clear();
  await recordOil(device, 40);
  const ofEntry = [...seen];
  await device.sync.syncNow();
  const ofAnswer = [...seen].filter((sql) => sql.includes('answer.value'));
  await device.close();

  const file = await openNodeSqlite(join(folder, 'device.db'));
  for (const sql of [...ofEntry, ...ofAnswer]) {
    const plan = await file.query(`EXPLAIN QUERY PLAN ${sql}`);
    expect(plan.map(({ detail }) => String(detail)).join('; ')).not.toMatch(
      /event_log_status|SCAN event_log/,
    );
  }
  expect(ofEntry.length).toBeGreaterThan(0);
  expect(ofAnswer.length).toBeGreaterThan(0);
  await file.close();
});
