/** How a device ends: retired, or lost. */
import { DEVICE_HEADER } from '@wellpulse/contracts';
import { expect, test } from 'vitest';
import { aDevice, recordOil } from '../offline-client.fixture.ts';
import { problem, PUMPER, type FakeServer } from '../testing/fake-server.ts';
import { DEVICE_HEADER_NAME } from '../session/retiring.ts';

const CREDENTIALS = { tenant: 'acme', email: PUMPER.email, password: 'wellpulse-demo' };

/** From now on the server says with each answer that the device is to retire. */
function retire(server: FakeServer): void {
  server.onCall = (_, answer) => {
    const reply = answer();
    return reply.kind === 'ANSWERED' ? { ...reply, headers: { [DEVICE_HEADER_NAME]: 'RETIRING' } } : reply;
  };
}

test('the header has one name', () => {
  expect(DEVICE_HEADER.toLowerCase()).toBe(DEVICE_HEADER_NAME);
});

test('a device that retires sends what waits, takes nothing more, says so and empties itself', async () => {
  const { client, server } = await aDevice();
  await recordOil(client, 42.5);
  retire(server);
  await client.sync.syncNow();
  expect(server.events).toHaveLength(1);
  expect(server.callsTo('/devices/:deviceId/wiped')).toHaveLength(1);
  expect(await client.sessions.people()).toEqual([]);
  expect(await client.records.wells().all()).toEqual([]);
  await expect(recordOil(client, 1)).rejects.toMatchObject({ code: 'NOT_REGISTERED' });
});

test('a device that emptied itself says so until it is registered again', async () => {
  const { client, server, clock } = await aDevice();
  expect((await client.status.current()).retiredAt).toBeNull();
  retire(server);
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({
    retiredAt: new Date(clock.now()).toISOString(),
    isRetiring: false,
  });
  server.onCall = (_, answer) => answer();
  await client.sessions.register({ ...CREDENTIALS, deviceName: 'Truck 7', platform: 'ELECTRON' });
  expect((await client.status.current()).retiredAt).toBeNull();
});

test('what the server refused keeps it from emptying itself until its person has looked', async () => {
  const { client, server } = await aDevice();
  const { id } = await recordOil(client, 42.5);
  server.judge = () => ({ code: 'WELL_NOT_FOUND', retryable: false });
  retire(server);
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ isRetiring: true, failedEvents: 1 });
  await expect(recordOil(client, 1)).rejects.toMatchObject({ code: 'RETIRING' });
  await client.skip(id, 'The well is gone');
  await client.sync.syncNow();
  expect(await client.sessions.people()).toEqual([]);
});

test('when the answer to its last word is lost, it empties itself all the same', async () => {
  const { client, server } = await aDevice();
  retire(server);
  const { onCall } = server;
  server.onCall = (call, answer) =>
    call.path === '/devices/:deviceId/wiped' ? { kind: 'NO_ANSWER' } : onCall(call, answer);
  await client.sync.syncNow();
  expect(await client.sessions.people()).toHaveLength(1);
  server.onCall = () => problem(403, 'DEVICE_REVOKED');
  await client.sync.syncNow();
  expect(await client.sessions.people()).toEqual([]);
});

test('on a device that was lost nobody signs after the next contact; what waits is kept for who signs in again', async () => {
  const { client, server, clock, reopen } = await aDevice();
  await recordOil(client, 42.5);
  server.onCall = () => problem(403, 'DEVICE_REVOKED');
  const told = new Date(clock.now()).toISOString();
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({
    pendingEvents: 1,
    stopped: 'DEVICE_REVOKED',
    lostAt: told,
  });
  await expect(recordOil(client, 1)).rejects.toMatchObject({ code: 'LOCKED' });
  await expect(client.sessions.unlock(PUMPER.id)).rejects.toMatchObject({ code: 'WRONG_SECRET' });
  await client.close();
  const again = await reopen();
  await expect(recordOil(again, 1)).rejects.toMatchObject({ code: 'LOCKED' });
  // It says so without a network too, and when it was told first.
  expect(await again.status.current()).toMatchObject({ stopped: null, lostAt: told });
  clock.advance(60_000);
  await again.sync.syncNow();
  expect((await again.status.current()).lostAt).toBe(told);
  server.onCall = (_, answer) => answer();
  await again.sessions.register({ ...CREDENTIALS, deviceName: 'Truck 7', platform: 'ELECTRON' });
  expect((await again.status.current()).lostAt).toBeNull();
  await recordOil(again, 43, '2025-10-19');
  await again.sync.syncNow();
  expect(server.events).toHaveLength(2);
});
