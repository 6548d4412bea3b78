/** Photos that stay on a device after the server has stored them: how long, for what, and what they give way to. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  aDevice,
  DAY,
  photoBytes,
  recordOil,
  tellTime,
  WELL_ID,
  type TestDevice,
} from '../offline-client.fixture.ts';
import type { OfflineClient } from '../offline-client.ts';
import type { Ballast } from '../ports/ballast.ts';
import { StorageError } from '../ports/storage-error.ts';
import type { SqliteDriver } from '../ports/sqlite.ts';
import { problem } from '../testing/fake-server.ts';

const UPLOAD_URL = '/wells/:ownerId/photos/upload-url';
const CONFIRM = '/wells/:ownerId/photos/:photoId/confirm';
const DAY_MS = 86_400_000;
const picture = (seed: number): Uint8Array => Uint8Array.of(255, 216, seed);

const filesOf = ({ folder }: TestDevice): string[] => readdirSync(join(folder, 'photos'));

/** Readings of some days, each with one photo; what was taken is gone to the server. Gives the photos' ids. */
async function photographed(client: OfflineClient, days: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, productionDate] of days.entries()) {
    const photo = await client.photos.keep({ bytes: picture(index), contentType: 'image/jpeg' });
    ids.push(photo.photoId);
    const payload = { productionDate, oilVolume: 40, photos: [photo] };
    const recorded = await client.record({
      eventType: 'PRODUCTION_CREATED',
      aggregateId: WELL_ID,
      payload,
    });
    if (!recorded.ok) throw new Error(recorded.code);
    await client.sync.syncNow();
  }
  return ids;
}

test('a file stays for thirty days after the server has stored the photo, and goes then', async () => {
  const device = await aDevice();
  const { client, clock } = device;
  tellTime(device);
  const [photoId = ''] = await photographed(client, [DAY]);
  clock.advance(29 * DAY_MS);
  await client.sync.syncNow();
  expect(filesOf(device)).toHaveLength(1);
  expect(await photoBytes(client, photoId)).toEqual(picture(0));
  clock.advance(2 * DAY_MS);
  await client.sync.syncNow();
  expect(filesOf(device)).toEqual([]);
  expect(await client.photos.open(photoId)).toBeNull();
});

test('a file goes after its thirty days, also while an entry waits that the server takes later', async () => {
  const device = await aDevice();
  const { client, clock, server } = device;
  tellTime(device);
  await photographed(client, [DAY]);
  await recordOil(client, 41, '2025-10-19');
  server.judge = () => ({ code: 'INTERNAL', retryable: true });
  clock.advance(31 * DAY_MS);
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ pendingEvents: 1 });
  expect(filesOf(device)).toEqual([]);
});

test('a clock that is set two years ahead ends no photo early', async () => {
  const device = await aDevice();
  const { client, clock } = device;
  let ahead = 0;
  tellTime(device, () => ahead);
  await photographed(client, [DAY]);
  const now = clock.now();
  clock.set('2027-10-20T14:30:00.000Z');
  ahead = clock.now() - now;
  await client.sync.syncNow();
  expect(filesOf(device)).toHaveLength(1);
});

test('when the server was put back, what is kept is offered again, and only what it lost is sent', async () => {
  const { client, server } = await aDevice();
  await photographed(client, [DAY, '2025-10-19']);
  const before = server.callsTo('PUT').length;
  server.lineage = 1;
  await client.sync.syncNow();
  expect(server.callsTo('PUT')).toHaveLength(before);
  expect(await client.status.current()).toMatchObject({ waitingPhotos: 0, trouble: null });

  server.losePhotos();
  server.lineage = 2;
  await client.sync.syncNow();
  expect([...server.stored.values()]).toEqual([picture(0), picture(1)]);
  await client.sync.syncNow();
  expect(server.callsTo(UPLOAD_URL)).toHaveLength(2 + 2 + 2);
});

test('a photo that is stored brings the mark of the log that holds it, and later requests show it', async () => {
  const { client, server } = await aDevice();
  const given = new Map([
    ['/sync/changes', '7'],
    [UPLOAD_URL, '8'],
    [CONFIRM, '9'],
  ]);
  server.onCall = ({ path }, answer) => {
    const reply = answer();
    const mark = given.get(path);
    return reply.kind !== 'ANSWERED' || mark === undefined
      ? reply
      : { ...reply, headers: { 'wellpulse-log': mark } };
  };
  const shown = (path: string) => server.callsTo(path).at(-1)?.options.headers;
  await photographed(client, [DAY]);
  expect(shown(UPLOAD_URL)).toEqual({ 'wellpulse-log': '7' });
  expect(shown(CONFIRM)).toEqual({ 'wellpulse-log': '8' });
  given.clear();
  await client.sync.syncNow();
  expect(shown('/sync/changes')).toEqual({ 'wellpulse-log': '9' });
});

test('what a pulled record names as missing is offered again, once, without any restore', async () => {
  const { client, server } = await aDevice();
  const [photoId = ''] = await photographed(client, [DAY, '2025-10-19']);
  const puts = server.callsTo('PUT').length;
  const [reading] = server.callsTo(UPLOAD_URL).map(({ body }) => body as { sha256: string });
  server.losePhotos();
  const tell = (state: string): void => {
    server.onCall = (call, answer) => {
      const reply = answer();
      if (call.path !== '/sync/changes' || reply.kind !== 'ANSWERED') return reply;
      const data = { photos: [{ sha256: reading?.sha256, state }] };
      const change = { entity: 'PRODUCTION', id: photoId, version: 1, deleted: false, data };
      return { ...reply, body: { ...(reply.body as object), changes: [change] } };
    };
  };
  tell('STORED');
  await client.sync.syncNow();
  expect(server.callsTo('PUT')).toHaveLength(puts);
  tell('MISSING');
  await client.sync.syncNow();
  expect([...server.stored.values()]).toEqual([picture(0)]);
  tell('STORED');
  await client.sync.syncNow();
  expect(server.callsTo('PUT')).toHaveLength(puts + 1);
  expect(await client.status.current()).toMatchObject({ waitingPhotos: 0, trouble: null });
});

test('what the server never had goes before what is offered once more', async () => {
  const { client, server } = await aDevice();
  const [old] = await photographed(client, [DAY]);
  server.lineage = 1;
  server.onCall = (call, answer) => (call.path === UPLOAD_URL ? { kind: 'NO_ANSWER' } : answer());
  const [fresh] = await photographed(client, ['2025-10-19']);
  server.onCall = (_, answer) => answer();
  server.calls.splice(0);
  await client.sync.syncNow();
  const offered = server.callsTo(UPLOAD_URL).map(({ body }) => (body as { photoId: string }).photoId);
  expect(offered).toEqual([fresh, old]);
  expect(server.callsTo('PUT')).toHaveLength(1);
});

test('a photo that is held nowhere any more is said to be so, and asks nothing of anybody', async () => {
  const device = await aDevice();
  const { client, server, folder } = device;
  await photographed(client, [DAY]);
  rmSync(join(folder, 'photos'), { recursive: true });
  server.losePhotos();
  server.lineage = 1;
  await client.sync.syncNow();
  expect(server.callsTo(UPLOAD_URL).at(-1)?.body).toMatchObject({ isHeld: false });
  expect(await client.status.current()).toMatchObject({
    waitingPhotos: 0,
    photosForPerson: 0,
    trouble: null,
  });
});

test('a photo of a well that is gone by then is not offered for ever', async () => {
  const { client, server } = await aDevice();
  await photographed(client, [DAY]);
  server.lineage = 1;
  server.onCall = (call, answer) => (call.path === UPLOAD_URL ? problem(404, 'WELL_NOT_FOUND') : answer());
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({
    waitingPhotos: 0,
    photosForPerson: 0,
    trouble: null,
  });
});

/** A disk on which entries have room again for each photo that is removed; `isFull` says whether one more can be written. */
function onFullDisk(device: TestDevice, ballast: { isGiven: boolean }) {
  const room = { isFull: false };
  const isFull = (): boolean => room.isFull && filesOf(device).length > 1 && !ballast.isGiven;
  const wrap = (driver: SqliteDriver): SqliteDriver => ({
    ...driver,
    transaction: (run) =>
      driver.transaction(async (tx) => {
        const result = await run(tx);
        if (isFull()) throw new StorageError('FULL', 'database or disk is full');
        return result;
      }),
  });
  return { room, wrap };
}

test('on a full disk the photos that were kept longest give their room first, and the ballast stays', async () => {
  const given = { isGiven: false };
  const ballast: Ballast = {
    stands: async () => !given.isGiven,
    make: async () => !given.isGiven,
    giveBack: async () => {
      const was = !given.isGiven;
      given.isGiven = true;
      return was;
    },
  };
  const device = await aDevice(undefined, { ballast });
  const days = Array.from({ length: 5 }, (_, index) => `2025-10-0${index + 1}`);
  tellTime(device);
  const ids: string[] = [];
  for (const day of days) {
    ids.push(...(await photographed(device.client, [day])));
    device.clock.advance(1000);
  }
  await device.client.close();
  const { room, wrap } = onFullDisk(device, given);
  const client = await device.reopen(wrap);
  room.isFull = true;
  await recordOil(client, 50, '2025-09-01');
  expect(given.isGiven).toBe(false);
  // Four at once: the youngest is still here.
  const held = await Promise.all(ids.map(async (id) => (await client.photos.open(id)) !== null));
  expect(held).toEqual([false, false, false, false, true]);
  expect(await client.status.current()).toMatchObject({ isShortOfRoom: false });

  // Their bytes lie in the storage still. A server that was put back may not know it, and nobody else tells (seed 208472339).
  device.server.lineage = 1;
  device.server.calls.splice(0);
  await client.sync.syncNow();
  const asked = device.server
    .callsTo(UPLOAD_URL)
    .map(({ body }) => body as { photoId: string; isHeld?: boolean });
  expect(new Map(asked.map(({ photoId, isHeld = true }) => [photoId, isHeld]))).toEqual(
    new Map(ids.map((id, index) => [id, held[index]])),
  );
  expect(device.server.callsTo('PUT')).toEqual([]);
  expect(await client.status.current()).toMatchObject({
    waitingPhotos: 0,
    photosForPerson: 0,
    trouble: null,
  });
});
