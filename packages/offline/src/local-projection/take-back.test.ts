import { expect, test } from 'vitest';
import { aDevice, DAY, recordOil, WELL_ID } from '../offline-client.fixture.ts';
import { answered } from '../testing/fake-server.ts';

test('who deletes their own unsent entry sees what a colleague has entered meanwhile', async () => {
  const { client, server } = await aDevice();
  server.onCall = ({ path }, answer) => (path === '/sync/batch' ? answered(500, undefined) : answer());
  await recordOil(client, 5);
  const deletion = { aggregateId: WELL_ID, payload: { productionDate: DAY } };
  expect(await client.record({ eventType: 'PRODUCTION_DELETED', ...deletion })).toMatchObject({ ok: true });
  expect(await client.records.production(WELL_ID).all()).toEqual([]);
  server.records.apply({
    id: '01890000-0000-7000-8000-a00000000001',
    eventType: 'PRODUCTION_CREATED',
    aggregateId: WELL_ID,
    baseVersion: null,
    payload: { productionDate: DAY, oilVolume: 70 },
    userId: '01890000-0000-7000-8000-0000000000bb',
    deviceId: null,
    deviceSequence: null,
    carrierId: null,
    authorLeft: false,
    source: 'WEB',
    occurredAt: '2025-10-20T15:00:00.000Z',
    receivedAt: '2025-10-20T15:00:00.000Z',
    clockOffsetMs: null,
    setRightAt: null,
  });
  await client.sync.syncNow();
  expect((await client.status.current()).pendingEvents).toBe(2);
  expect(await client.records.production(WELL_ID).all()).toMatchObject([{ oilVolume: 70 }]);
});
