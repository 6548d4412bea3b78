import { expect, test } from 'vitest';
import { aDevice, aFolder, aServer, DAY, recordOil, WELL_ID } from '../field.fixture.ts';
import { FOREMAN, PUMPER, problem } from '../testing/fake-server.ts';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

const HOUR = 60 * 60 * 1000;
const credentials = { tenant: 'acme', email: PUMPER.email, password: 'wellpulse-demo' };

test('a token that expired is renewed without anybody noticing', async () => {
  const { field, server, clock } = await aDevice();
  clock.advance(HOUR);
  await recordOil(field, 42.5);
  await field.sync.syncNow();
  expect(server.callsTo('/auth/refresh')).toHaveLength(1);
  server.oldestToken = 3;
  await recordOil(field, 43, '2025-10-19');
  await field.sync.syncNow();
  expect(await field.status.current()).toMatchObject({ pendingEvents: 0, needsSignIn: false });
});

test('when the session is over, entering goes on, and signing in again syncs everything', async () => {
  const { field, server, clock } = await aDevice();
  clock.advance(91 * 24 * HOUR);
  server.isSessionOver = true;
  await recordOil(field, 42.5);
  await field.sync.syncNow();
  expect(await field.status.current()).toMatchObject({
    needsSignIn: true,
    pendingEvents: 1,
    stopped: { message: 'Sign in again to sync' },
  });
  await recordOil(field, 43, '2025-10-19');
  server.isSessionOver = false;
  await field.sessions.signIn(credentials);
  await field.sync.syncNow();
  expect(await field.status.current()).toMatchObject({ needsSignIn: false, pendingEvents: 0 });
  expect(server.events).toHaveLength(2);
});

test('a network that is down while a token is renewed is no reason to sign in again', async () => {
  const { field, server, clock } = await aDevice();
  clock.advance(HOUR);
  await recordOil(field, 42.5);
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  await field.sync.syncNow();
  expect(await field.status.current()).toMatchObject({ needsSignIn: false, isOnline: false });
  server.onCall = (_, answer) => answer();
  await field.sync.syncNow();
  expect((await field.status.current()).pendingEvents).toBe(0);
});

test("while one person's session is over, the token of another who signed in here carries everybody's entries", async () => {
  const { field, server } = await aDevice();
  await field.sessions.signIn({ ...credentials, email: FOREMAN.email });
  await field.sessions.unlock(PUMPER.id);
  await recordOil(field, 42.5);
  server.onCall = (call, answer) => {
    const isPumper = call.options.accessToken?.endsWith(PUMPER.email) === true;
    const isRefresh = JSON.stringify(call.body ?? '').includes(`refresh ${PUMPER.email}`);
    return isPumper || isRefresh ? problem(401, 'UNAUTHENTICATED') : answer();
  };
  await field.sync.syncNow();
  await field.sync.syncNow();
  expect(server.events).toMatchObject([{ userId: PUMPER.id }]);
});

test('signing out and resetting are refused while anything is unsettled, and say how much', async () => {
  const { field } = await aDevice();
  await recordOil(field, 42.5);
  await recordOil(field, 43, '2025-10-19');
  const refusal = {
    code: 'UNSETTLED_EVENTS',
    message: expect.stringContaining('2 entries are not at the server'),
  };
  await expect(field.sessions.signOut(PUMPER.id)).rejects.toMatchObject(refusal);
  await expect(field.reset()).rejects.toMatchObject(refusal);
  expect(await field.pendingList()).toHaveLength(2);
  await field.sync.syncNow();
  await field.sessions.signOut(PUMPER.id);
  expect(await field.sessions.people()).toEqual([]);
  await field.reset();
  expect(await field.records.wells()).toEqual([]);
});

test('a wrong password and a server out of reach are told apart, in words', async () => {
  const { field, server } = await aDevice();
  await expect(field.sessions.signIn({ ...credentials, email: 'nobody@acme.example' })).rejects.toMatchObject(
    {
      code: 'REFUSED',
    },
  );
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  await expect(field.sessions.signIn(credentials)).rejects.toMatchObject({
    code: 'NOT_REACHED',
    message: 'The server cannot be reached',
  });
});

test('a device that was set back to an old copy goes on after the numbers that the server has', async () => {
  const server = aServer();
  const { field, folder, clock } = await aDevice(server);
  await recordOil(field, 40, '2025-10-17');
  await field.sync.syncNow();
  await field.close();
  const restored = aFolder();
  copyFileSync(join(folder, 'field.db'), join(restored, 'field.db'));
  const device = await aDevice(server, { folder, clock });
  await recordOil(device.field, 41, '2025-10-18');
  await recordOil(device.field, 42, '2025-10-19');
  await device.field.sync.syncNow();

  const old = await aDevice(server, { folder: restored, clock });
  expect((await recordOil(old.field, 43)).deviceSequence).toBe(4);
  await old.field.sync.syncNow();
  expect(server.events.map(({ deviceSequence }) => deviceSequence)).toEqual([1, 2, 3, 4]);
  expect(await old.field.records.production(WELL_ID)).toHaveLength(4);
});

test('entries that wait are sealed anew when the device gets a new key, and say the same', async () => {
  const { field, server } = await aDevice();
  const before = await recordOil(field, 42.5);
  server.signingKey = 'HxAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
  await field.sessions.register({ ...credentials, deviceName: 'Truck 7', platform: 'ELECTRON' });
  await field.sync.syncNow();
  expect(server.events).toEqual([{ ...before, signature: expect.not.stringMatching(before.signature) }]);
  expect(await field.records.production(WELL_ID, { from: DAY })).toHaveLength(1);
});
