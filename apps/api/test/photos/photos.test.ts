/** A photo's way from a device to the dashboard. */
import { endpoints, photoSchema, type Photo } from '@wellpulse/contracts';
import sharp from 'sharp';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';
import { announcementOf, bytesAt, makeItem, PhotoDesk, putBytes, sha256Of } from '../support/photo-desk.ts';
import { aHeic, aJpeg, aPng, aWebp } from '../support/pictures.ts';

const { photos, equipment, audit } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { acme } = api;

let desk: PhotoDesk;
beforeEach(async () => {
  desk = await PhotoDesk.at(acme);
});

const LOCATION = {
  latitude: 31.8457,
  longitude: -102.3676,
  accuracyFeet: 16.4,
  capturedAt: '2025-03-10T14:15:00Z',
  distanceFeet: 41.5,
};

const eventsOf = async (photoId: string): Promise<string[]> => {
  const { items } = await acme.manager.ask(audit.events, { query: { recordId: photoId, order: 'asc' } });
  return items.map(({ eventType }) => eventType);
};

/** Without the addresses, which are other ones every few minutes. */
const lasting = ({ url: _url, thumbnailUrl: _thumbnailUrl, urlExpiresAt: _at, ...photo }: Photo) => photo;

describe('announced, put, confirmed', () => {
  test('a photo waits until it is confirmed, and is then there with its thumbnail', async () => {
    const bytes = await aJpeg({ width: 1200, height: 800 });
    const said = { ...announcementOf(bytes), takenAt: '2025-03-10T08:15:00.5-06:00', location: LOCATION };
    const ticket = await desk.announce(said);
    expect(ticket.headers).toEqual({ 'x-ms-blob-type': 'BlockBlob', 'Content-Type': 'image/jpeg' });
    expect(ticket.blobName).toBe(`${acme.slug}/equipment/${desk.ownerId}/${said.sha256}`);
    expect(await desk.get(said.photoId)).toMatchObject({
      state: 'WAITING',
      url: null,
      thumbnailUrl: null,
      urlExpiresAt: null,
    });

    expect((await putBytes(ticket, bytes)).status).toBe(201);
    const photo = await desk.confirm(said.photoId);
    expect(photo).toMatchObject({
      id: said.photoId,
      equipmentId: desk.ownerId,
      state: 'STORED',
      blobName: ticket.blobName,
      width: 1200,
      height: 800,
      hasThumbnail: true,
      takenAt: '2025-03-10T14:15:00.500Z',
      location: LOCATION,
      createdBy: acme.operator.session.user.id,
      createdByName: acme.operator.session.user.name,
      version: 2,
    });
    expect(await bytesAt(photo.url)).toEqual(bytes);
    const thumbnail = await sharp(await bytesAt(photo.thumbnailUrl)).metadata();
    expect(thumbnail).toMatchObject({ format: 'webp', width: 480, height: 320 });
    expect(thumbnail.exif).toBeUndefined();
    expect((await desk.list()).map(lasting)).toEqual([lasting(photo)]);
    expect(await eventsOf(photo.id)).toEqual(['PHOTO_ANNOUNCED', 'PHOTO_STORED']);
  });

  test.each([
    ['image/png', () => aPng()],
    ['image/webp', () => aWebp()],
    ['image/jpeg', () => aJpeg()],
  ] as const)('%s is taken, with a thumbnail no larger than itself', async (contentType, make) => {
    const bytes = await make();
    const photo = await desk.store(bytes, announcementOf(bytes, contentType));
    expect(photo).toMatchObject({ contentType, state: 'STORED', width: 64, height: 48, hasThumbnail: true });
    const served = await fetch(photo.url ?? '');
    expect(served.headers.get('content-type')).toBe(contentType);
    expect(await sharp(await bytesAt(photo.thumbnailUrl)).metadata()).toMatchObject({
      width: 64,
      height: 48,
    });
  });

  test('HEIC is taken without a thumbnail; its size is the one it is looked at with', async () => {
    const upright = aHeic();
    expect(await desk.store(upright, announcementOf(upright, 'image/heic'))).toMatchObject({
      state: 'STORED',
      width: 4032,
      height: 3024,
      hasThumbnail: false,
      thumbnailUrl: null,
    });
    const turned = aHeic({ quarterTurns: 3 });
    const photo = await desk.store(turned, announcementOf(turned, 'image/heic'));
    expect([photo.width, photo.height]).toEqual([3024, 4032]);
    expect(await bytesAt(photo.url)).toEqual(turned);
  });

  test('a picture of a camera that was held sideways stands upright', async () => {
    const photo = await desk.store(await aJpeg({ width: 1000, height: 500, orientation: 6 }));
    expect([photo.width, photo.height]).toEqual([500, 1000]);
    const thumbnail = await sharp(await bytesAt(photo.thumbnailUrl)).metadata();
    expect([thumbnail.width, thumbnail.height]).toEqual([240, 480]);
  });

  test('confirming again, one after the other or at once, gives the same photo', async () => {
    const said = await desk.put(await aJpeg());
    const first = await Promise.all([said, said, said].map(({ photoId }) => desk.confirm(photoId)));
    expect(new Set(first.map(({ version, state }) => `${version} ${state}`))).toEqual(new Set(['2 STORED']));
    expect((await desk.confirm(said.photoId)).version).toBe(2);
    expect(await eventsOf(said.photoId)).toEqual(['PHOTO_ANNOUNCED', 'PHOTO_STORED']);
  });

  test('announcing what is stored already says so; announcing what waits gives another address', async () => {
    const bytes = await aJpeg();
    const said = announcementOf(bytes);
    await desk.announce(said);
    await desk.announce(said);
    const photo = await desk.store(bytes, said);
    const again = await desk.caller.ask(photos.uploadUrl, { params: desk.params, body: said });
    expect(again).toEqual({ state: 'STORED', blobName: photo.blobName });
    expect(await eventsOf(photo.id)).toEqual(['PHOTO_ANNOUNCED', 'PHOTO_STORED']);
  });

  test('the same bytes under another id are the same photo, found and confirmed by either id', async () => {
    const bytes = await aJpeg();
    const [first, second] = [announcementOf(bytes), announcementOf(bytes)];
    await desk.announce(first);
    await desk.put(bytes, second);
    const photo = await desk.confirm(second.photoId);
    expect(photo.id).toBe(first.photoId);
    expect(lasting(await desk.confirm(first.photoId))).toEqual(lasting(photo));
    expect(lasting(await desk.get(second.photoId))).toEqual(lasting(photo));
    expect(await desk.list()).toHaveLength(1);
  });

  test('an id that names another photo of the tenant is refused', async () => {
    const said = await desk.put(await aJpeg());
    const other = { ...announcementOf(await aJpeg()), photoId: said.photoId };
    const problem = await desk.caller.refusal(photos.uploadUrl, { params: desk.params, body: other });
    expect(problem).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: 'photoId' }] });
  });

  test('the same photo sent twice by two people at once is one photo', async () => {
    const bytes = await aJpeg();
    const theirs = new PhotoDesk(acme.manager, desk.ownerId);
    // All announce it before anybody's is stored: then nobody is told that it is there.
    const announced = await Promise.all(
      [desk, theirs, desk, theirs, desk].map(async (one) => {
        const said = announcementOf(bytes);
        return { one, said, ticket: await one.announce(said) };
      }),
    );
    const stored = await Promise.all(
      announced.map(async ({ one, said, ticket }) => {
        await putBytes(ticket, bytes);
        return one.confirm(said.photoId);
      }),
    );
    expect(new Set(stored.map(({ id }) => id)).size).toBe(1);
    expect(await desk.list()).toHaveLength(1);
    expect((await verifyLog(acme.database.db)).faults).toEqual([]);
  });

  test('the same bytes for two items are two photos', async () => {
    const bytes = await aJpeg();
    const other = await PhotoDesk.at(acme);
    const [mine, theirs] = [await desk.store(bytes), await other.store(bytes)];
    expect(mine.blobName).not.toBe(theirs.blobName);
    expect(
      await desk.caller.refusal(photos.get, { params: { ...desk.params, photoId: theirs.id } }),
    ).toMatchObject({
      code: 'PHOTO_NOT_FOUND',
    });
  });

  test('what was put after it was confirmed changes nothing', async () => {
    const bytes = await aJpeg();
    const said = announcementOf(bytes);
    const ticket = await desk.announce(said);
    await putBytes(ticket, bytes);
    const photo = await desk.confirm(said.photoId);
    expect((await putBytes(ticket, await aJpeg())).status).toBe(201);
    expect(await bytesAt(photo.url)).toEqual(bytes);
    expect(await bytesAt((await desk.confirm(said.photoId)).url)).toEqual(bytes);
  });

  test('addresses stay the same for a while, so that a page need not load everything anew', async () => {
    const photo = await desk.store(await aJpeg());
    expect((await desk.get(photo.id)).url).toBe(photo.url);
    const minutes = (Date.parse(photo.urlExpiresAt ?? '') - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(9);
    expect(minutes).toBeLessThan(16);
  });
});

describe('sent in one request', () => {
  const sent = async (response: Response): Promise<Photo> => {
    expect(response.status).toBe(201);
    return photoSchema.parse(await response.json());
  };

  test('a photo is stored at once, with all that its sender knows of it', async () => {
    const bytes = await aJpeg();
    const photoId = crypto.randomUUID();
    const response = await desk.send(bytes, {
      photoId,
      sha256: sha256Of(bytes),
      takenAt: '2025-03-10T14:15:00Z',
      location: JSON.stringify(LOCATION),
    });
    expect(response.headers.get('location')).toBe(`/equipment/${desk.ownerId}/photos/${photoId}`);
    const photo = await sent(response);
    expect(photo).toMatchObject({
      id: photoId,
      state: 'STORED',
      contentType: 'image/jpeg',
      sizeBytes: bytes.length,
      takenAt: '2025-03-10T14:15:00.000Z',
      location: LOCATION,
    });
    expect(await bytesAt(photo.url)).toEqual(bytes);
    expect(await bytesAt(photo.thumbnailUrl)).not.toHaveLength(0);
  });

  test('the content says what it is, whatever its name and declared type are', async () => {
    const photo = await sent(await desk.send(await aPng(), {}, 'notes.txt'));
    expect(photo.contentType).toBe('image/png');
  });

  test('sent again, also by two at once, it is the same photo', async () => {
    const bytes = await aJpeg();
    const answers = await Promise.all([desk.send(bytes), desk.send(bytes), desk.send(bytes)]);
    const ids = await Promise.all(answers.map(async (answer) => (await sent(answer)).id));
    ids.push((await sent(await desk.send(bytes))).id, (await desk.store(await aJpeg())).id);
    expect(new Set(ids).size).toBe(2);
    expect(await desk.list()).toHaveLength(2);
  });

  test('what was announced and never arrived is stored by it', async () => {
    const bytes = await aJpeg();
    const said = announcementOf(bytes);
    await desk.announce(said);
    expect((await sent(await desk.send(bytes))).id).toBe(said.photoId);
    expect((await desk.get(said.photoId)).state).toBe('STORED');
  });
});

test('photos are counted with their item, newest first, and its deletion hides them', async () => {
  const first = await desk.store(await aJpeg());
  const second = await desk.store(await aJpeg());
  expect((await desk.list()).map(({ id }) => id)).toEqual([second.id, first.id]);
  const item = await acme.viewer.ask(equipment.get, { params: { equipmentId: desk.ownerId } });
  expect(item.photoCount).toBe(2);
  await acme.manager.ask(equipment.remove, { params: { equipmentId: desk.ownerId } });
  const gone = { status: 404, code: 'EQUIPMENT_NOT_FOUND' };
  expect(await acme.viewer.refusal(photos.list, { params: desk.params })).toMatchObject(gone);
  expect(await desk.refusedConfirmation(first.id)).toMatchObject(gone);
  expect(await (await desk.send(await aJpeg())).json()).toMatchObject(gone);
  expect((await verifyLog(acme.database.db)).faults).toEqual([]);
});

test('everybody may look; those who enter may upload', async () => {
  const equipmentId = await makeItem(acme);
  const photo = await new PhotoDesk(acme.operator, equipmentId).store(await aJpeg());
  const viewer = new PhotoDesk(acme.viewer, equipmentId);
  expect((await viewer.list()).map(lasting)).toEqual([lasting(photo)]);
  const forbidden = { status: 403, code: 'FORBIDDEN' };
  expect(await viewer.refusedConfirmation(photo.id)).toMatchObject(forbidden);
  expect(await (await viewer.send(await aJpeg())).json()).toMatchObject(forbidden);
  const body = announcementOf(await aJpeg());
  expect(await acme.viewer.refusal(photos.uploadUrl, { params: viewer.params, body })).toMatchObject(
    forbidden,
  );
});
