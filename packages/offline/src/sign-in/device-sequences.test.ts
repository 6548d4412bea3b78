/** Numbers of a shared device that was set back while one of its people is away: their order is that of the entries. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aDevice, aFolder, aServer, DAY, recordOil, WELL_ID } from '../offline-client.fixture.ts';
import type { OfflineClient } from '../offline-client.ts';
import { FOREMAN, PUMPER } from '../testing/fake-server.ts';

const credentials = { tenant: 'acme', password: 'wellpulse-demo' };
const asForeman = { ...credentials, email: FOREMAN.email };
const asPumper = { ...credentials, email: PUMPER.email };

const correct = (client: OfflineClient, oilVolume: number) =>
  client.record({
    eventType: 'PRODUCTION_UPDATED',
    aggregateId: WELL_ID,
    payload: { productionDate: DAY, oilVolume },
  });

/** A device that is an old copy: the server has its number 2, and nothing was entered since. No server answers at first. */
async function aDeviceThatWasSetBack() {
  const server = aServer();
  const { client, folder, reopen } = await aDevice(server);
  await client.sessions.signIn(asForeman);
  await client.sessions.signIn(asPumper);
  await recordOil(client, 40);
  await client.sync.syncNow();
  await client.close();
  const copy = join(aFolder(), 'copy.db');
  copyFileSync(join(folder, 'device.db'), copy);
  const lost = await reopen();
  await recordOil(lost, 41, '2025-10-17');
  await lost.sync.syncNow();
  await lost.close();
  copyFileSync(copy, join(folder, 'device.db'));
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  const device = await reopen();
  const nobodySignedIn = async () => {
    await device.close();
    server.onCall = (_, answer) => answer();
    return reopen();
  };
  const numbers = () =>
    server.events
      .filter(({ eventType }) => eventType === 'PRODUCTION_UPDATED')
      .map(({ payload, deviceSequence }) => [deviceSequence, (payload as { oilVolume: number }).oilVolume])
      .sort(([one = 0], [other = 0]) => one - other);
  return { device, nobodySignedIn, numbers };
}

test('an entry that waits for its author gets no number after those that were entered later', async () => {
  const { device, nobodySignedIn, numbers } = await aDeviceThatWasSetBack();
  await device.sessions.unlock(PUMPER.id);
  await correct(device, 8);
  const again = await nobodySignedIn();
  const shown = async () =>
    (await again.records.production(WELL_ID, { from: DAY, to: DAY }).all())[0]?.oilVolume;
  await again.sessions.signIn(asForeman);
  await correct(again, 3);
  await again.sync.syncNow();
  expect(await shown()).toBe(3);
  expect(await again.status.current()).toMatchObject({ pendingEvents: 2 });

  await again.sessions.signIn(asPumper);
  await again.sync.syncNow();
  expect(await again.status.current()).toMatchObject({ pendingEvents: 0, failedEvents: 0 });
  expect(numbers()).toEqual([
    [3, 8],
    [4, 3],
  ]);
  expect(await shown()).toBe(3);
});

test('two entries of one author get their numbers, also where the first takes the one that the second had', async () => {
  const { device, nobodySignedIn, numbers } = await aDeviceThatWasSetBack();
  await device.sessions.unlock(PUMPER.id);
  await correct(device, 8);
  await correct(device, 9);
  const again = await nobodySignedIn();
  await again.sessions.signIn(asForeman);
  await again.sync.syncNow();
  await again.sessions.signIn(asPumper);
  await again.sync.syncNow();
  expect(await again.status.current()).toMatchObject({ pendingEvents: 0, failedEvents: 0 });
  expect(numbers()).toEqual([
    [3, 8],
    [4, 9],
  ]);
});

test.each([
  { first: 'the first', here: asPumper, away: asForeman },
  { first: 'the second', here: asForeman, away: asPumper },
])('entries of two authors get their numbers if $first one comes first', async ({ here, away }) => {
  const { device, nobodySignedIn, numbers } = await aDeviceThatWasSetBack();
  await device.sessions.unlock(PUMPER.id);
  await correct(device, 8);
  await device.sessions.unlock(FOREMAN.id);
  await correct(device, 9);
  const again = await nobodySignedIn();
  await again.sessions.signIn(here);
  await again.sync.syncNow();
  await again.sessions.signIn(away);
  await again.sync.syncNow();
  expect(await again.status.current()).toMatchObject({ pendingEvents: 0, failedEvents: 0 });
  expect(numbers()).toEqual([
    [3, 8],
    [4, 9],
  ]);
});

test('entries of two authors who both were away get their numbers', async () => {
  const { device, nobodySignedIn, numbers } = await aDeviceThatWasSetBack();
  await device.sessions.unlock(PUMPER.id);
  await correct(device, 8);
  await correct(device, 9);
  await device.sessions.unlock(FOREMAN.id);
  await correct(device, 7);
  const again = await nobodySignedIn();
  await again.sync.syncNow();
  await again.sessions.signIn(asPumper);
  await again.sync.syncNow();
  await again.sessions.signIn(asForeman);
  await again.sync.syncNow();
  expect(await again.status.current()).toMatchObject({ pendingEvents: 0, failedEvents: 0 });
  expect(numbers()).toEqual([
    [3, 8],
    [4, 9],
    [5, 7],
  ]);
});
