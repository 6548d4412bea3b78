import { expect, test } from 'vitest';
import { aDevice, recordOil } from '../offline-client.fixture.ts';
import { FakeClock } from '../testing/fake-clock.ts';

test('a sync after which an entry waits was not complete, and says what keeps it', async () => {
  const { client, server, clock } = await aDevice();
  const { lastSyncAt } = await client.status.current();
  clock.advance(60_000);
  await recordOil(client, 42.5);
  server.judge = () => ({ code: 'INTERNAL', retryable: true });
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({
    pendingEvents: 1,
    lastSyncAt,
    trouble: { code: 'INTERNAL', detail: 'The server says no' },
  });
  server.judge = () => undefined;
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({
    lastSyncAt: new Date(clock.now()).toISOString(),
    trouble: null,
  });
});

test('what is saved during a wait goes when the wait is over, and the status says so', async () => {
  const { client, server, clock } = await aDevice();
  client.sync.start();
  await recordOil(client, 42.5);
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  for (let failures = 0; failures < 9; failures += 1) await client.sync.syncNow();
  const { nextAt } = client.sync.state;
  expect(nextAt).toBeGreaterThan(clock.now() + 5000);
  await recordOil(client, 43, '2025-10-19');
  const after = client.sync.state.nextAt ?? 0;
  expect(after).toBeGreaterThan(clock.now() + 2000);
  const calls = server.callsTo('/sync/batch').length;
  while (server.callsTo('/sync/batch').length === calls) {
    clock.advance((client.sync.state.nextAt ?? clock.now()) - clock.now());
    await expect.poll(() => client.sync.state.nextAt).not.toBeNull();
    await expect.poll(() => client.sync.state.running).toBeNull();
  }
});

test('somebody who goes on saving does not keep a sync from starting', async () => {
  const { client, server, clock } = await aDevice(undefined, { clock: new FakeClock() });
  client.sync.start();
  clock.advance(0);
  await expect.poll(() => client.sync.state.nextAt).toBe(clock.now() + 5 * 60 * 1000);
  for (let entry = 0; entry < 301 && server.events.length === 0; entry += 1) {
    if (entry === 0) await recordOil(client, 42.5);
    else client.sync.saved();
    clock.advance(1000);
  }
  await expect.poll(() => server.events.length).toBe(1);
});
