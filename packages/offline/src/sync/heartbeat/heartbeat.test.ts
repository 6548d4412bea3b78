import { expect, test } from 'vitest';
import { aDevice, recordOil } from '../../offline-client.fixture.ts';

/** The seconds pass one by one, and what each sets off is done. */
async function pass(clock: { advance(ms: number): void }, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    clock.advance(1000);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

test('a network that goes away is noticed within seconds while the app is shown, and used when it is back', async () => {
  const { client, server, clock } = await aDevice();
  client.sync.start();
  client.heartbeat.setShown(true);
  await expect.poll(() => client.sync.state.running).toBeNull();
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  await pass(clock, 11);
  expect(client.sync.state.isOnline).toBe(false);
  // A long wait is planned by now.
  await recordOil(client, 42.5);
  await client.sync.syncNow();
  server.onCall = (_, answer) => answer();
  await pass(clock, 6);
  await expect.poll(() => server.events.length).toBe(1);
  await expect.poll(() => client.sync.state.isOnline).toBe(true);
});

test('the page of a hotel is no answer of the server', async () => {
  const { client, server, clock } = await aDevice();
  client.heartbeat.setShown(true);
  server.onCall = () => ({
    kind: 'ANSWERED',
    status: 200,
    body: undefined,
    retryAfterSeconds: null,
    serverTime: null,
  });
  await pass(clock, 11);
  expect(client.sync.state.isOnline).toBe(false);
});

test('nothing is asked while nobody looks, nor while other requests are answered', async () => {
  const { client, server, clock } = await aDevice();
  client.heartbeat.setShown(true);
  for (let round = 0; round < 5; round += 1) {
    await client.sync.syncNow();
    await pass(clock, 3);
  }
  expect(server.callsTo('/health')).toHaveLength(0);
  client.heartbeat.setShown(false);
  await pass(clock, 60);
  expect(server.callsTo('/health')).toHaveLength(0);
  client.heartbeat.setShown(true);
  await pass(clock, 60);
  expect(server.callsTo('/health').length).toBeGreaterThan(5);
});
