/** A photo's way from a device to the dashboard. */
import sharp from 'sharp';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyLog } from '../src/audit/verify-log.ts';
import { startApi } from './harness.ts';
import { announcementOf, bytesAt, PhotoDesk, putBytes } from './photo-desk.ts';
import { aJpeg } from './pictures.ts';

const api = await startApi();
afterAll(() => api.stop());
const { acme } = api;

let desk: PhotoDesk;
beforeEach(async () => {
  desk = await PhotoDesk.at(acme);
});

describe('announced, put, confirmed', () => {
  test('a photo waits until it is confirmed, and is then there with its thumbnail', async () => {
    const bytes = await aJpeg({ width: 1200, height: 800 });
    const said = {
      ...announcementOf(bytes),
      takenAt: '2025-03-10T08:15:00.5-06:00',
      location: {
        latitude: 31.8457,
        longitude: -102.3676,
        accuracyFeet: 16.4,
        capturedAt: '2025-03-10T14:15:00Z',
        distanceFeet: 41.5,
      },
    };
    const ticket = await desk.announce(said);
    expect(ticket.headers).toEqual({ 'x-ms-blob-type': 'BlockBlob', 'Content-Type': 'image/jpeg' });
    expect(ticket.blobName).toBe(`${acme.slug}/equipment/${desk.equipmentId}/${said.sha256}`);
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
      equipmentId: desk.equipmentId,
      state: 'STORED',
      blobName: ticket.blobName,
      width: 1200,
      height: 800,
      hasThumbnail: true,
      takenAt: '2025-03-10T14:15:00.500Z',
      location: said.location,
      createdBy: acme.operator.session.user.id,
      createdByName: acme.operator.session.user.name,
      version: 2,
    });
    expect(await bytesAt(photo.url)).toEqual(bytes);
    const thumbnail = await sharp(await bytesAt(photo.thumbnailUrl)).metadata();
    expect(thumbnail).toMatchObject({ format: 'webp', width: 480, height: 320 });
    expect(thumbnail.exif).toBeUndefined();
    expect(await desk.list()).toEqual([photo]);
    expect((await verifyLog(acme.database.db)).faults).toEqual([]);
  });
});
