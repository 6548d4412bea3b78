/** Hotels, firewalls and gateways answer in the server's place. Nothing that they say is the server's word. */
import { addDays } from '@wellpulse/domain';
import { expect, test } from 'vitest';
import { aDevice, DAY, recordOil } from '../offline-client.fixture.ts';
import { answered } from '../testing/fake-server.ts';

const PAGES = [200, 302, 400, 401, 403, 404, 413, 422, 429, 500, 502, 503, 511].map((status) =>
  answered(status, undefined),
);

test.each(PAGES)(
  'a page with status $status in place of every answer costs nothing but time',
  async (page) => {
    const { client, server, clock } = await aDevice();
    client.sync.start();
    const before = await client.status.current();
    for (let day = 0; day < 5; day += 1) await recordOil(client, 40, addDays(DAY, -day));
    clock.advance(60 * 60 * 1000);
    server.oldestToken = 99;
    server.onCall = () => page;
    const calls = server.calls.length;
    await client.sync.syncNow();
    expect(server.calls.length - calls).toBeLessThan(20);
    const status = await client.status.current();
    expect(status).toMatchObject({ pendingEvents: 5, stopped: null, needsSignIn: false });
    expect(status.lastSyncAt).toBe(before.lastSyncAt);
    expect(status.nextAt).not.toBeNull();

    server.oldestToken = 0;
    server.onCall = (_, answer) => answer();
    await client.sync.syncNow();
    expect(await client.status.current()).toMatchObject({ pendingEvents: 0, trouble: null });
    expect(server.events).toHaveLength(5);
  },
);

test('a problem whose status is another than that of its code is nobody’s word', async () => {
  const { client, server } = await aDevice();
  await recordOil(client, 42.5);
  server.onCall = () =>
    answered(401, { type: 'about:blank', title: 'No', status: 401, code: 'DEVICE_REVOKED' });
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ stopped: null, needsSignIn: false });
});
