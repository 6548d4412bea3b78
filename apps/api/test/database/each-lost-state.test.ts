/** The migration to several lost states of a record: what devices had offered before it stays (ADR 86). */
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { migrate } from '../../src/database/migrator.ts';
import { TENANT_MIGRATIONS } from '../../src/tenant-databases/tenant.migrations.ts';
import { makeDatabase } from '../support/database.ts';

const database = await makeDatabase();
afterAll(() => database.remove());
const { pool } = database;

test('what waits and what was decided on stays, each with a name of its own', async () => {
  const place = TENANT_MIGRATIONS.findIndex(({ name }) => name === '0032-each-lost-state');
  await migrate(pool, TENANT_MIGRATIONS.slice(0, place));
  const [well, waits, done, deleted] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const reading = {
    wellId: well,
    productionDate: '2025-03-01',
    oilVolume: 40,
    updatedAt: '2025-03-05T12:00:00.000Z',
  };
  const offered = [
    { entity: 'WELL', record_id: well, data: { name: 'Acme #1', updatedAt: reading.updatedAt } },
    { entity: 'PRODUCTION', record_id: waits, data: reading },
    // Made again with the same values.
    { entity: 'PRODUCTION', record_id: done, data: reading, done_at: reading.updatedAt },
    { entity: 'PRODUCTION', record_id: deleted, data: reading, deleted: true },
  ].map((row) => ({
    ...{ version: 3, deleted: false, device_id: randomUUID(), user_id: randomUUID() },
    ...{ received_at: reading.updatedAt, done_at: null },
    ...row,
  }));
  const client = await pool.connect();
  // Their devices are of no matter here.
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into recovered_records (entity, record_id, version, deleted, data, device_id, user_id, received_at, done_at)
     select entity, record_id, version, deleted, data, device_id, user_id, received_at, done_at
     from json_populate_recordset(null::recovered_records, $1::json)`,
    [JSON.stringify(offered)],
  );
  client.release(true);

  await migrate(pool, TENANT_MIGRATIONS);
  const { rows } = await pool.query<Record<string, unknown>>(
    `select record_id, state_id, record_key, state = 'DELETED' as is_deletion, done_at is not null as is_done
     from recovered_records order by array_position($1::uuid[], record_id)`,
    [[well, waits, done, deleted]],
  );
  const ofDay = `${well}|2025-03-01`;
  expect(rows).toMatchObject([
    { record_id: well, record_key: well, is_deletion: false, is_done: false },
    { record_id: waits, record_key: ofDay, is_deletion: false, is_done: false },
    { record_id: done, record_key: ofDay, is_deletion: false, is_done: true },
    { record_id: deleted, record_key: ofDay, is_deletion: true, is_done: false },
  ]);
  expect(new Set(rows.map((row) => row['state_id'])).size).toBe(offered.length);
});
