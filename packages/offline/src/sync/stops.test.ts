/** What stops a sync is settled elsewhere, by other people: it ends by itself. */
import { expect, test } from 'vitest';
import { aDevice, aWell, recordOil, type TestDevice } from '../offline-client.fixture.ts';
import { FOREMAN, problem, PUMPER, type SeenCall } from '../testing/fake-server.ts';

/** The pumper is at the device; the foreman signed in there before. */
async function twoPeople(): Promise<TestDevice> {
  const device = await aDevice();
  await device.client.sessions.signIn({ tenant: 'acme', email: FOREMAN.email, password: 'wellpulse-demo' });
  await device.client.sessions.unlock(PUMPER.id);
  await recordOil(device.client, 42.5);
  device.server.addWell(aWell({ id: '01890000-0000-7000-8000-000000000002', name: 'Acme #2' }));
  return device;
}

const isOfPumper = ({ body, options }: SeenCall): boolean =>
  JSON.stringify([body, options.accessToken]).includes(PUMPER.email);

test.each([
  [401, 'UNAUTHENTICATED'],
  [403, 'USER_SUSPENDED'],
  [403, 'FORBIDDEN'],
] as const)(
  'where the server says %s %s to one person, the session of another carries everything',
  async (status, code) => {
    const { client, server } = await twoPeople();
    server.onCall = (call, answer) => (isOfPumper(call) ? problem(status, code) : answer());
    await client.sync.syncNow();
    expect(server.events).toHaveLength(1);
    expect(await client.records.wells().all()).toHaveLength(2);
    expect(await client.status.current()).toMatchObject({ stopped: null, pendingEvents: 0 });
  },
);

test('where nobody can sync, it says why the person at the device cannot', async () => {
  const { client, server } = await twoPeople();
  server.onCall = (call) =>
    isOfPumper(call) ? problem(403, 'USER_SUSPENDED') : problem(401, 'UNAUTHENTICATED');
  await client.sync.syncNow();
  expect((await client.status.current()).stopped).toBe('USER_SUSPENDED');
});

test.each(['TENANT_SUSPENDED', 'DEVICE_REVOKED'] as const)(
  '%s is over a quarter of an hour after the server says so, without anybody',
  async (code) => {
    const { client, server, clock } = await aDevice();
    client.sync.start();
    await recordOil(client, 42.5);
    server.onCall = () => problem(403, code);
    await client.sync.syncNow();
    expect((await client.status.current()).nextAt).toBe(clock.now() + 15 * 60 * 1000);
    server.onCall = (_, answer) => answer();
    clock.advance(15 * 60 * 1000);
    await expect.poll(() => server.events.length).toBe(1);
    await expect.poll(() => client.sync.state.running).toBeNull();
    expect(await client.status.current()).toMatchObject({ stopped: null, pendingEvents: 0 });
  },
);

test('a server that knows another device under the id says so, and nothing is lost', async () => {
  const { client: before, server, reopen } = await aDevice();
  await before.close();
  const client = await reopen();
  await recordOil(client, 42.5);
  server.onCall = (call, answer) =>
    ['/devices', '/devices/:deviceId/numbers'].includes(call.path)
      ? problem(403, 'DEVICE_MISMATCH')
      : answer();
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({
    stopped: 'REGISTER_AGAIN',
    pendingEvents: 1,
  });
  server.onCall = (_, answer) => answer();
  await client.sync.syncNow();
  expect(server.events).toHaveLength(1);
});
