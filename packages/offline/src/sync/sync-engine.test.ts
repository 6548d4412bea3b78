import { expect, test } from 'vitest';
import { aDevice, recordOil } from '../offline-client.fixture.ts';
import type { DeviceStatus } from '../status/status-board.ts';
import { answered, problem } from '../testing/fake-server.ts';

/** Waits until what the clock has set off is done. */
async function settled(field: { readonly sync: { readonly state: { readonly running: unknown } } }) {
  await expect.poll(() => field.sync.state.running).toBeNull();
}

test('what is saved goes to the server by itself, shortly after', async () => {
  const { field, server, clock } = await aDevice();
  field.sync.start();
  await recordOil(field, 42.5);
  await recordOil(field, 43, '2025-10-19');
  clock.advance(3000);
  await expect.poll(() => server.events.length).toBe(2);
  expect(server.callsTo('/sync/batch')).toHaveLength(1);
});

test('without a network it tries again after waits that grow, up to five minutes', async () => {
  const { field, server, clock } = await aDevice();
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  await recordOil(field, 42.5);
  field.sync.start();
  clock.advance(0);
  const waits: number[] = [];
  for (let round = 0; round < 14; round += 1) {
    const calls = server.calls.length;
    await expect.poll(() => field.sync.state.nextAt).not.toBeNull();
    await settled(field);
    const wait = (field.sync.state.nextAt ?? 0) - clock.now();
    waits.push(wait);
    clock.advance(wait);
    await expect.poll(() => server.calls.length).toBeGreaterThan(calls);
  }
  expect(Math.max(...waits.slice(0, 2))).toBeLessThanOrEqual(2000);
  expect(Math.max(...waits)).toBeLessThanOrEqual(5 * 60 * 1000);
  expect(Math.max(...waits)).toBeGreaterThan(20_000);
});

test('a network that comes back is used at once', async () => {
  const { field, server } = await aDevice();
  field.sync.start();
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  await recordOil(field, 42.5);
  await field.sync.syncNow();
  server.onCall = (_, answer) => answer();
  field.sync.networkChanged(false);
  expect((await field.status.current()).isOnline).toBe(false);
  field.sync.networkChanged(true);
  await expect.poll(() => server.events.length).toBe(1);
});

test('a stop is over when a later sync goes through, whatever set it off', async () => {
  const { field, server } = await aDevice();
  field.sync.start();
  await recordOil(field, 42.5);
  server.onCall = () => problem(403, 'TENANT_SUSPENDED');
  await field.sync.syncNow();
  expect((await field.status.current()).stopped).toMatchObject({ reason: 'TENANT_SUSPENDED' });
  server.onCall = (_, answer) => answer();
  field.sync.networkChanged(true);
  await expect.poll(() => server.events.length).toBe(1);
  await settled(field);
  expect((await field.status.current()).stopped).toBeNull();
});

test('a server that asks for patience gets it, even when a person presses the button', async () => {
  const { field, server, clock } = await aDevice();
  await recordOil(field, 42.5);
  let replies = 1;
  server.onCall = (call, answer) => {
    if (call.path !== '/sync/batch' || replies === 0) return answer();
    replies -= 1;
    return problem(429, 'TOO_MANY_REQUESTS', 40);
  };
  await field.sync.syncNow();
  clock.advance(30_000);
  await field.sync.syncNow();
  expect(server.callsTo('/sync/batch')).toHaveLength(1);
  clock.advance(10_000);
  await field.sync.syncNow();
  expect(server.events).toHaveLength(1);
});

test('one sync runs at a time, and what asks meanwhile gets one right after', async () => {
  const { field, server } = await aDevice();
  let running = 0;
  let most = 0;
  server.onCall = async (_, answer) => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    return answer();
  };
  await recordOil(field, 42.5);
  await Promise.all([field.sync.syncNow(), field.sync.syncNow(), field.sync.syncNow()]);
  expect(most).toBe(1);
  expect(server.callsTo('/sync/batch')).toHaveLength(1);
  expect(server.callsTo('/sync/changes')).toHaveLength(3);
});

test('a screen hears of everything that changes, and can stop listening', async () => {
  const { field, server } = await aDevice();
  const heard: DeviceStatus[] = [];
  const stop = field.status.subscribe((status) => heard.push(status));
  await recordOil(field, 42.5);
  await expect.poll(() => heard.at(-1)?.pendingEvents).toBe(1);
  await field.sync.syncNow();
  await expect.poll(() => heard.at(-1)).toMatchObject({ pendingEvents: 0, running: null, isOnline: true });
  expect(heard.at(-1)?.lastSyncAt).toBe('2025-10-20T14:30:00.000Z');
  stop();
  const count = heard.length;
  server.onCall = () => answered(500, undefined);
  await field.sync.syncNow();
  expect(heard).toHaveLength(count);
});

test('after a stop nothing starts any more', async () => {
  const { field, server, clock } = await aDevice();
  field.sync.start();
  await field.sync.stop();
  await recordOil(field, 42.5);
  const calls = server.calls.length;
  clock.advance(60 * 60 * 1000);
  expect(server.calls).toHaveLength(calls);
});
