import { expect, test } from 'vitest';
import { aDevice, recordOil } from '../offline-client.fixture.ts';
import type { DeviceStatus } from '../status/sync-status.ts';
import { answered, problem } from '../testing/fake-server.ts';

/** Waits until what the clock has set off is done. */
async function settled(client: { readonly sync: { readonly state: { readonly running: unknown } } }) {
  await expect.poll(() => client.sync.state.running).toBeNull();
}

test('what is saved goes to the server by itself, shortly after', async () => {
  const { client, server, clock } = await aDevice();
  client.sync.start();
  await recordOil(client, 42.5);
  await recordOil(client, 43, '2025-10-19');
  clock.advance(3000);
  await expect.poll(() => server.events.length).toBe(2);
  expect(server.callsTo('/sync/batch')).toHaveLength(1);
});

// Holds S9.

test('without a network it tries again after waits that grow, up to five minutes', async () => {
  const { client, server, clock } = await aDevice();
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  await recordOil(client, 42.5);
  client.sync.start();
  clock.advance(0);
  const waits: number[] = [];
  for (let round = 0; round < 14; round += 1) {
    const calls = server.calls.length;
    await expect.poll(() => client.sync.state.nextAt).not.toBeNull();
    await settled(client);
    const wait = (client.sync.state.nextAt ?? 0) - clock.now();
    waits.push(wait);
    clock.advance(wait);
    await expect.poll(() => server.calls.length).toBeGreaterThan(calls);
  }
  expect(Math.max(...waits.slice(0, 2))).toBeLessThanOrEqual(2000);
  expect(Math.max(...waits)).toBeLessThanOrEqual(5 * 60 * 1000);
  expect(Math.max(...waits)).toBeGreaterThan(20_000);
});

test('a network that comes back is used at once', async () => {
  const { client, server } = await aDevice();
  client.sync.start();
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  await recordOil(client, 42.5);
  await client.sync.syncNow();
  server.onCall = (_, answer) => answer();
  client.sync.networkChanged(false);
  expect((await client.status.current()).isOnline).toBe(false);
  client.sync.networkChanged(true);
  await expect.poll(() => server.events.length).toBe(1);
});

test("a fault of the device's own says nothing of the network", async () => {
  const { client, server } = await aDevice();
  client.sync.networkChanged(false);
  server.onCall = () => {
    throw new Error('The disk takes no more');
  };
  const { trouble, isOnline } = await client.sync.syncNow().then(() => client.sync.state);
  expect([trouble?.code, isOnline]).toEqual(['DEVICE_FAULT', false]);
});

// Holds S7.

test('a stop is over when a later sync goes through, whatever set it off', async () => {
  const { client, server } = await aDevice();
  client.sync.start();
  await recordOil(client, 42.5);
  server.onCall = () => problem(403, 'TENANT_SUSPENDED');
  await client.sync.syncNow();
  expect((await client.status.current()).stopped).toBe('TENANT_SUSPENDED');
  server.onCall = (_, answer) => answer();
  client.sync.networkChanged(true);
  await expect.poll(() => server.events.length).toBe(1);
  await settled(client);
  expect((await client.status.current()).stopped).toBeNull();
});

test('a server that asks for patience gets it, even when a person presses the button', async () => {
  const { client, server, clock } = await aDevice();
  await recordOil(client, 42.5);
  let replies = 1;
  server.onCall = (call, answer) => {
    if (call.path !== '/sync/batch' || replies === 0) return answer();
    replies -= 1;
    return problem(429, 'TOO_MANY_REQUESTS', 40);
  };
  await client.sync.syncNow();
  clock.advance(30_000);
  await client.sync.syncNow();
  expect(server.callsTo('/sync/batch')).toHaveLength(1);
  clock.advance(10_000);
  await client.sync.syncNow();
  expect(server.events).toHaveLength(1);
});

// Holds S8.

test('one sync runs at a time, and what asks meanwhile gets one right after', async () => {
  const { client, server } = await aDevice();
  let running = 0;
  let most = 0;
  server.onCall = async (_, answer) => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    return answer();
  };
  await recordOil(client, 42.5);
  await Promise.all([client.sync.syncNow(), client.sync.syncNow(), client.sync.syncNow()]);
  expect(most).toBe(1);
  expect(server.callsTo('/sync/batch')).toHaveLength(1);
  expect(server.callsTo('/sync/changes')).toHaveLength(3);
});

test('a screen hears of everything that changes, and can stop listening', async () => {
  const { client, server } = await aDevice();
  const heard: DeviceStatus[] = [];
  const stop = client.status.subscribe((status) => heard.push(status));
  await recordOil(client, 42.5);
  await expect.poll(() => heard.at(-1)?.pendingEvents).toBe(1);
  await client.sync.syncNow();
  await expect.poll(() => heard.at(-1)).toMatchObject({ pendingEvents: 0, running: null, isOnline: true });
  expect(heard.at(-1)?.lastSyncAt).toBe('2025-10-20T14:30:00.000Z');
  stop();
  const count = heard.length;
  server.onCall = () => answered(500, undefined);
  await client.sync.syncNow();
  expect(heard).toHaveLength(count);
});

test('after a stop nothing starts any more', async () => {
  const { client, server, clock } = await aDevice();
  client.sync.start();
  await client.sync.stop();
  await recordOil(client, 42.5);
  const calls = server.calls.length;
  clock.advance(60 * 60 * 1000);
  expect(server.calls).toHaveLength(calls);
});
