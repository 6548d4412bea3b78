/** A batch whose answer was lost, and answers that are a stranger's. */
import { expect, test } from 'vitest';
import { aDevice, recordOil, type TestDevice } from '../offline-client.fixture.ts';

const MINUTE = 60_000;

/** The keys and `sentAt` of two batches: the link breaks off before the answer to the first, and `meanwhile` happens before the second. */
async function sentTwice(meanwhile: (device: TestDevice) => void) {
  const device = await aDevice();
  await recordOil(device.client, 40);
  let isDown = false;
  device.server.onCall = (call, answer) => {
    const reply = answer();
    isDown ||= call.path === '/sync/batch';
    return isDown ? { kind: 'NO_ANSWER' } : reply;
  };
  await device.client.sync.syncNow();
  device.server.onCall = (_, answer) => answer();
  meanwhile(device);
  await device.client.sync.syncNow();
  expect(await device.client.status.current()).toMatchObject({ pendingEvents: 0 });
  return device.server.callsTo('/sync/batch').map(({ options, body }) => ({
    key: options.idempotencyKey,
    sentAt: (body as { sentAt: string }).sentAt,
  }));
}

test('a batch whose answer was lost is repeated within a minute, body and key', async () => {
  const [first, second] = await sentTwice(({ clock }) => clock.advance(20_000));
  expect(second).toEqual(first);
});

test('after a minute its events go into a new body under a new key', async () => {
  const [first, second] = await sentTwice(({ clock }) => clock.advance(MINUTE + 1000));
  expect(second?.key).not.toBe(first?.key);
  expect(second?.sentAt).toBe('2025-10-20T14:31:01.000Z');
});

test('a minute is counted by the monotonic clock', async () => {
  const [first, second] = await sentTwice(({ clock }) => {
    clock.advance(MINUTE + 5000);
    clock.set('2025-10-20T14:30:10.000Z');
  });
  expect(second?.key).not.toBe(first?.key);
});

test('a clock that was set meanwhile makes a new body, with the time of the old stretch', async () => {
  const [first, second] = await sentTwice(({ clock }) => {
    clock.advance(10_000);
    clock.set('2025-10-20T15:30:10.000Z');
  });
  expect(second?.key).not.toBe(first?.key);
  expect(second?.sentAt).toBe('2025-10-20T14:30:10.000Z');
});

test('a machine that started anew makes a new body', async () => {
  const [first, second] = await sentTwice(({ clock }) => clock.reboot());
  expect(second?.key).not.toBe(first?.key);
});

test('an answer that names no protocol settles nothing, whatever it says', async () => {
  const { client, server } = await aDevice();
  await recordOil(client, 40);
  server.onCall = (_, answer) => {
    const reply = answer();
    return reply.kind === 'ANSWERED' ? { ...reply, serverTime: null } : reply;
  };
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ pendingEvents: 1 });
  server.onCall = (_, answer) => answer();
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ pendingEvents: 0 });
});

test('entries of two stretches go in two batches, in their order', async () => {
  const { client, server, clock } = await aDevice();
  const first = await recordOil(client, 40, '2025-10-18');
  clock.set('2025-10-20T16:30:00.000Z');
  const second = await recordOil(client, 41, '2025-10-19');
  await client.sync.syncNow();
  const sent = server
    .callsTo('/sync/batch')
    .map(({ body }) => body as { sentAt: string; events: { id: string }[] });
  expect(sent.map(({ sentAt, events }) => [sentAt, ...events.map(({ id }) => id)])).toEqual([
    ['2025-10-20T14:30:00.000Z', first.id],
    ['2025-10-20T16:30:00.000Z', second.id],
  ]);
});
