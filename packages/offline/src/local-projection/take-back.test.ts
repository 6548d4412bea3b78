import { expect, test } from 'vitest';
import { aDevice, DAY, recordOil, WELL_ID } from '../offline-client.fixture.ts';
import { saveAtDashboard } from '../testing/at-dashboard.ts';
import { answered } from '../testing/fake-server.ts';

test('who deletes their own unsent entry sees what a colleague has entered meanwhile', async () => {
  const { client, server } = await aDevice();
  server.onCall = ({ path }, answer) => (path === '/sync/batch' ? answered(500, undefined) : answer());
  await recordOil(client, 5);
  const deletion = { aggregateId: WELL_ID, payload: { productionDate: DAY } };
  expect(await client.record({ eventType: 'PRODUCTION_DELETED', ...deletion })).toMatchObject({ ok: true });
  expect(await client.records.production(WELL_ID).all()).toEqual([]);
  saveAtDashboard(server, WELL_ID, DAY, 70);
  await client.sync.syncNow();
  expect((await client.status.current()).pendingEvents).toBe(2);
  expect(await client.records.production(WELL_ID).all()).toMatchObject([{ oilVolume: 70 }]);
});
