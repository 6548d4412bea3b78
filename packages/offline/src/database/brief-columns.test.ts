import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aDevice, DAY, recordOil, WELL_ID } from '../offline-client.fixture.ts';
import { openNodeSqlite } from '../node/index.ts';

test('whoever opens the file finds the log, the queue and the readings under agreed names', async () => {
  const { client, server, folder, clock } = await aDevice();
  const synced = await recordOil(client, 42.5);
  await client.sync.syncNow();
  const refused = await recordOil(client, 999, '2025-10-18');
  server.judge = ({ id }) =>
    id === refused.id ? { code: 'VALIDATION_FAILED', retryable: false } : undefined;
  await client.sync.syncNow();
  clock.advance(1000);
  const pending = await recordOil(client, 43, '2025-10-19');
  await client.close();

  const driver = await openNodeSqlite(join(folder, 'device.db'));
  const events = await driver.query(`
    SELECT id, tenant_id, event_type, aggregate_id, payload, timestamp, user_id, sync_status,
      synced_at IS NOT NULL AS has_synced_at, created_at FROM event_log ORDER BY position`);
  const logged = { event_type: 'PRODUCTION_CREATED', aggregate_id: WELL_ID, tenant_id: synced.tenantId };
  expect(events).toMatchObject([
    { ...logged, id: synced.id, sync_status: 'SYNCED', has_synced_at: 1, user_id: synced.userId },
    { ...logged, id: refused.id, sync_status: 'FAILED', has_synced_at: 0 },
    { ...logged, id: pending.id, sync_status: 'PENDING', has_synced_at: 0, created_at: pending.timestamp },
  ]);
  expect(JSON.parse(String(events[0]?.['payload']))).toEqual({ productionDate: DAY, oilVolume: 42.5 });
  expect(
    await driver.query('SELECT event_id, retry_count, last_error, next_retry_at FROM sync_queue'),
  ).toMatchObject([{ event_id: pending.id, retry_count: 0, last_error: null }]);
  expect(
    await driver.query(`SELECT id IS NOT NULL AS has_id, well_id, production_date, oil_volume, gas_volume, water_volume,
      created_at IS NOT NULL AS has_created_at FROM production_data WHERE production_date = '${DAY}'`),
  ).toMatchObject([{ has_id: 1, well_id: WELL_ID, oil_volume: 42.5, gas_volume: null, has_created_at: 1 }]);
  await driver.close();
});
