import { expect, test, vi } from 'vitest';
import { wholeOf } from '../lib/pieces.ts';
import { aDevice, aFolder, aServer, recordOil, WELL_ID, piecesOf } from '../offline-client.fixture.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { breakingDriver, PowerSupply } from '../testing/breaking-driver.ts';
import { FOREMAN, PUMPER, problem } from '../testing/fake-server.ts';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceEvent } from '@wellpulse/contracts';
import { signedText } from '@wellpulse/domain';
import { signatureOf } from '../events/sign-event.ts';

const HOUR = 60 * 60 * 1000;
const credentials = { tenant: 'acme', email: PUMPER.email, password: 'wellpulse-demo' };

test('a token that expired is renewed without anybody noticing', async () => {
  const { client, server, clock } = await aDevice();
  clock.advance(HOUR);
  await recordOil(client, 42.5);
  await client.sync.syncNow();
  expect(server.callsTo('/auth/refresh')).toHaveLength(1);
  server.oldestToken = 3;
  await recordOil(client, 43, '2025-10-19');
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ pendingEvents: 0, needsSignIn: false });
});

test('when the session is over, entering goes on, and signing in again syncs everything', async () => {
  const { client, server, clock } = await aDevice();
  clock.advance(91 * 24 * HOUR);
  server.isSessionOver = true;
  await recordOil(client, 42.5);
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({
    needsSignIn: true,
    pendingEvents: 1,
    stopped: 'NEEDS_SIGN_IN',
  });
  await recordOil(client, 43, '2025-10-19');
  server.isSessionOver = false;
  await client.sessions.signIn(credentials);
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ needsSignIn: false, pendingEvents: 0 });
  expect(server.events).toHaveLength(2);
});

test('a network that is down while a token is renewed is no reason to sign in again', async () => {
  const { client, server, clock } = await aDevice();
  clock.advance(HOUR);
  await recordOil(client, 42.5);
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ needsSignIn: false, isOnline: false });
  server.onCall = (_, answer) => answer();
  await client.sync.syncNow();
  expect((await client.status.current()).pendingEvents).toBe(0);
});

test('an answer to renewing a session that is lost, ever so often, ends no session', async () => {
  const { client, server, clock } = await aDevice();
  clock.advance(HOUR);
  await recordOil(client, 42.5);
  let lost = 0;
  server.onCall = (call, answer) => {
    const reply = answer();
    if (call.path !== '/auth/refresh' || lost === 3) return reply;
    lost += 1;
    return { kind: lost === 2 ? 'TIMEOUT' : 'NO_ANSWER' };
  };
  for (let sync = 0; sync < 4; sync += 1) await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ needsSignIn: false, pendingEvents: 0 });
  clock.advance(HOUR);
  await recordOil(client, 43, '2025-10-19');
  await client.sync.syncNow();
  expect(server.events).toHaveLength(2);
  const keys = server.callsTo('/auth/refresh').map(({ options }) => options.idempotencyKey);
  expect(new Set(keys).size).toBe(2);
});

test('a device that dies between the answer to renewing a session and saving it stays signed in', async () => {
  const { client, server, clock, reopen } = await aDevice();
  clock.advance(HOUR);
  await recordOil(client, 42.5);
  await client.close();
  const supply = new PowerSupply(Number.POSITIVE_INFINITY);
  const dying = await reopen((driver) => breakingDriver(driver, supply));
  server.onCall = (call, answer) => {
    if (call.path === '/auth/refresh') supply.fail();
    return answer();
  };
  await dying.sync.syncNow();
  await dying.close();
  expect(supply.isLost).toBe(true);

  server.onCall = (_, answer) => answer();
  const again = await reopen();
  await again.sync.syncNow();
  expect(await again.status.current()).toMatchObject({ needsSignIn: false, pendingEvents: 0 });
  expect(server.callsTo('/auth/login')).toHaveLength(1);
});

test("while one person's session is over, the token of another who signed in here carries everybody's entries", async () => {
  const { client, server } = await aDevice();
  await client.sessions.signIn({ ...credentials, email: FOREMAN.email });
  await client.sessions.unlock(PUMPER.id);
  await recordOil(client, 42.5);
  server.onCall = (call, answer) => {
    const isPumper = call.options.accessToken?.endsWith(PUMPER.email) === true;
    const isRefresh = JSON.stringify(call.body ?? '').includes(`refresh ${PUMPER.email}`);
    return isPumper || isRefresh ? problem(401, 'UNAUTHENTICATED') : answer();
  };
  await client.sync.syncNow();
  await client.sync.syncNow();
  expect(server.events).toMatchObject([{ userId: PUMPER.id }]);
});

test('a reset that is refused leaves syncing as it was', async () => {
  const { client, server, clock } = await aDevice();
  client.sync.start();
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  await recordOil(client, 42.5);
  await expect(client.reset()).rejects.toMatchObject({ code: 'UNSETTLED_EVENTS' });
  server.onCall = (_, answer) => answer();
  clock.advance(10 * 60 * 1000);
  await vi.waitFor(() => expect(server.events).toHaveLength(1));
});

test('signing out and resetting are refused while anything is unsettled, and say how much', async () => {
  const { client } = await aDevice();
  await recordOil(client, 42.5);
  await recordOil(client, 43, '2025-10-19');
  const refusal = { code: 'UNSETTLED_EVENTS', refusal: { events: 2, photos: 0 } };
  await expect(client.sessions.signOut(PUMPER.id)).rejects.toMatchObject(refusal);
  await expect(client.reset()).rejects.toMatchObject(refusal);
  expect(await client.pendingList().all()).toHaveLength(2);
  await client.sync.syncNow();
  await client.sessions.signOut(PUMPER.id);
  expect(await client.sessions.people()).toEqual([]);
  await client.reset();
  expect(await client.records.wells().all()).toEqual([]);
});

test('a wrong password and a server out of reach are told apart, in words', async () => {
  const { client, server } = await aDevice();
  await expect(
    client.sessions.signIn({ ...credentials, email: 'nobody@acme.example' }),
  ).rejects.toMatchObject({
    code: 'REFUSED',
  });
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  await expect(client.sessions.signIn(credentials)).rejects.toMatchObject({
    code: 'NOT_REACHED',
    refusal: { trouble: { code: 'NO_ANSWER' } },
  });
});

test('a device that was set back to an old copy goes on after the numbers that the server has', async () => {
  const server = aServer();
  const { client, folder, clock } = await aDevice(server);
  await recordOil(client, 40, '2025-10-17');
  await client.sync.syncNow();
  await client.close();
  const restored = aFolder();
  copyFileSync(join(folder, 'device.db'), join(restored, 'device.db'));
  const device = await aDevice(server, { folder, clock });
  await recordOil(device.client, 41, '2025-10-18');
  await recordOil(device.client, 42, '2025-10-19');
  await device.client.sync.syncNow();

  const old = await aDevice(server, { folder: restored, clock });
  expect((await recordOil(old.client, 43)).deviceSequence).toBe(4);
  await old.client.sync.syncNow();
  expect(server.events.map(({ deviceSequence }) => deviceSequence)).toEqual([1, 2, 3, 4]);
  expect(await old.client.records.production(WELL_ID).all()).toHaveLength(4);
});

test('a device that was put back notices it by itself: its new entries get numbers after those that the server has', async () => {
  const server = aServer();
  const { client, folder, clock, reopen } = await aDevice(server);
  await recordOil(client, 40, '2025-10-17');
  await client.sync.syncNow();
  await recordOil(client, 41, '2025-10-18');
  await client.close();
  const copy = join(aFolder(), 'copy.db');
  copyFileSync(join(folder, 'device.db'), copy);
  const later = await reopen();
  await recordOil(later, 42, '2025-10-19');
  await later.sync.syncNow();
  await later.close();

  copyFileSync(copy, join(folder, 'device.db'));
  const offline = await reopen();
  const entered = await recordOil(offline, 43);
  expect(entered.deviceSequence).toBe(3);
  await offline.close();
  const again = await reopen();
  await again.sessions.signIn(credentials);
  await recordOil(again, 39, '2025-10-16');
  await again.sync.syncNow();
  clock.advance(60_000);
  expect(server.events.map(({ deviceSequence }) => deviceSequence)).toEqual([1, 2, 3, 4, 5]);
  expect(server.events[3]).toMatchObject({
    id: entered.id,
    payload: entered.payload,
    timestamp: entered.timestamp,
  });
  expect(await again.status.current()).toMatchObject({ pendingEvents: 0, failedEvents: 0 });
  expect(await again.records.production(WELL_ID).all()).toHaveLength(5);
});

test('what was sent before a copy was put back takes the number that the server knows it by', async () => {
  const server = aServer();
  const { client, folder, reopen } = await aDevice(server);
  await client.close();
  const [file, copies] = [join(folder, 'device.db'), aFolder()];
  const putBack = async (copy: string) => {
    copyFileSync(join(copies, copy), file);
    const device = await reopen();
    await device.sessions.signIn(credentials);
    return device;
  };
  copyFileSync(file, join(copies, 'empty.db'));
  const first = await reopen();
  await recordOil(first, 40, '2025-10-16');
  await first.sync.syncNow();
  await first.close();

  const second = await putBack('empty.db');
  const entry = await recordOil(second, 41, '2025-10-17');
  expect(entry.deviceSequence).toBe(1);
  await second.close();
  copyFileSync(file, join(copies, 'unsent.db'));
  const again = await reopen();
  await again.sync.syncNow();
  await again.close();

  const third = await putBack('unsent.db');
  expect(await third.status.current()).toMatchObject({ pendingEvents: 1 });
  await recordOil(third, 42, '2025-10-18');
  await third.sync.syncNow();
  expect(server.events.map(({ deviceSequence }) => deviceSequence)).toEqual([1, 2, 3]);
  expect(server.events[1]?.id).toBe(entry.id);
  expect(await third.status.current()).toMatchObject({ pendingEvents: 0, failedEvents: 0 });
  expect(await third.records.production(WELL_ID).all()).toHaveLength(3);
});

test('entries that another device sent from a file keep their numbers', async () => {
  const server = aServer();
  const { client, reopen } = await aDevice(server);
  await client.close();
  const again = await reopen();
  await recordOil(again, 42.5);
  const file = await wholeOf(again.exportFile('north route seven'));
  const other = await aDevice(server, { clock: new FakeClock(undefined, 77) });
  await other.client.importFile(piecesOf(file), 'north route seven');
  await other.client.sync.syncNow();
  await again.sync.syncNow();
  expect(server.events).toMatchObject([{ deviceSequence: 1 }]);
  expect(await again.status.current()).toMatchObject({ pendingEvents: 0, failedEvents: 0 });
});

const isSignedWith = (key: string, { signature, ...unsigned }: DeviceEvent): boolean =>
  signatureOf(signedText(unsigned), key) === signature;

const OTHER_KEY = 'HxAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';

test('entries that wait keep their signature when their person gets a new key: the former one stays good', async () => {
  const { client, server } = await aDevice();
  const before = await recordOil(client, 42.5);
  server.signingKey = OTHER_KEY;
  await client.sessions.signIn(credentials);
  const after = await recordOil(client, 43, '2025-10-19');
  await client.sync.syncNow();
  expect(server.events).toEqual([before, after]);
  expect(isSignedWith(OTHER_KEY, after)).toBe(true);
});

test('an entry that the server refuses for its signature waits until its author has signed in, and no other does', async () => {
  const { client, server } = await aDevice();
  const waiting = await recordOil(client, 42.5);
  server.judge = (event) =>
    event.userId === FOREMAN.id || isSignedWith(OTHER_KEY, event)
      ? undefined
      : { code: 'SIGNATURE_INVALID', retryable: false };
  await client.sessions.signIn({ ...credentials, email: FOREMAN.email });
  const others = await recordOil(client, 43, '2025-10-19');
  await client.sync.syncNow();
  expect(server.events).toEqual([others]);
  expect(await client.status.current()).toMatchObject({ pendingEvents: 1, failedEvents: 0, stopped: null });
  expect((await client.pendingList().all())[0]?.problem).toMatchObject({ code: 'AWAITS_SIGN_IN' });

  server.signingKey = OTHER_KEY;
  await client.sessions.signIn({ ...credentials, email: FOREMAN.email });
  await client.sync.syncNow();
  expect(server.events).toHaveLength(1);

  await client.sessions.signIn(credentials);
  await client.sync.syncNow();
  expect(server.events[1]).toEqual({ ...waiting, signature: expect.not.stringMatching(waiting.signature) });
  expect(await client.status.current()).toMatchObject({ pendingEvents: 0, failedEvents: 0 });
});

test('an answer to registering that is lost leaves one device, proved by the same secret', async () => {
  const { server, client } = await aDevice();
  server.onCall = (call, answer) => {
    answer();
    return call.path === '/devices' ? { kind: 'NO_ANSWER' } : answer();
  };
  await expect(client.sessions.signIn(credentials)).rejects.toMatchObject({ code: 'NOT_REACHED' });
  server.onCall = (_, answer) => answer();
  await client.sessions.signIn(credentials);
  const identities = server.callsTo('/devices').map(({ body }) => body as Record<string, unknown>);
  expect(
    new Set(identities.map(({ id, deviceSecret }) => `${String(id)} ${String(deviceSecret)}`)).size,
  ).toBe(1);
});

test('a session that is not of this device any more becomes so by itself', async () => {
  const { client, server } = await aDevice();
  await recordOil(client, 42.5);
  server.onCall = (call, answer) =>
    call.path === '/sync/batch' && server.callsTo('/devices').length === 1
      ? problem(403, 'DEVICE_MISMATCH')
      : answer();
  await client.sync.syncNow();
  expect(server.events).toHaveLength(1);
});

test('nobody signs for somebody whose key is locked', async () => {
  const { client } = await aDevice();
  await client.sessions.lock();
  await expect(recordOil(client, 42.5)).rejects.toMatchObject({ code: 'LOCKED' });
  await client.sessions.unlock(PUMPER.id);
  expect((await recordOil(client, 42.5)).userId).toBe(PUMPER.id);
});
