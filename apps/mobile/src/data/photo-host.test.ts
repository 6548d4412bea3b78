/** From a picture to a sealed photo: in Node, over the browser's adapter. */
import { DEVICE_PHOTO_BYTES, type EventPhoto } from '@wellpulse/contracts';
import { PhotoQueue } from '@wellpulse/forms';
import { describePhotoHost } from '@wellpulse/forms/testing';
import {
  inPieces,
  MemoryPersonKeys,
  OfflineClient,
  sealedPhotoFiles,
  serialise,
  StorageError,
  wholeOf,
} from '@wellpulse/offline';
import { nodeCipher, nodePhotoFiles } from '@wellpulse/offline/node';
import { FakeServer } from '@wellpulse/offline/testing';
import { isTurn } from '@wellpulse/testing/depth';
import { createWords } from '@wellpulse/words';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stubCanvas } from '../native/camera/canvas.fixture.ts';
import { blobAt, pictureOfFile, pictures } from '../native/camera/pictures.web.ts';
import { random } from '../native/keys/random.web.ts';
import { connectionOn } from '../native/storage/expo-connection.ts';
import { expoDatabase } from '../native/storage/expo-sqlite.fixture.ts';
import type { Picture } from '../native/ports.ts';
import { phoneClock } from './phone-clock.ts';
import { phonePhotoHost, type PhotoParts } from './photo-host.ts';
import { preparePicture, type PhotoPlace, type PreparedPicture } from './prepare-picture.ts';

const words = createWords('en');
const AT_WELL = { latitude: 31.8457, longitude: -102.3676 };
const HERE = {
  ...AT_WELL,
  latitude: 31.846,
  accuracyFeet: 16,
  capturedAt: '2026-03-10T15:14:00.000Z',
  distanceFeet: 109,
};
const PLACE: PhotoPlace = { well: AT_WELL, locate: () => HERE };
let isFull: boolean;
let folder: string;
let parts: PhotoParts;

beforeEach(async () => {
  stubCanvas();
  isFull = false;
  folder = mkdtempSync(join(tmpdir(), 'wellpulse-phone-photos-'));
  const photos = join(folder, 'photos');
  const onDisk = nodePhotoFiles(photos);
  const photoFiles = sealedPhotoFiles(
    {
      ...onDisk,
      isOurs: (place) => place.startsWith(photos),
      save: async (name, pieces) => {
        if (isFull) throw new StorageError('FULL', 'No space left');
        return onDisk.save(name, pieces);
      },
      open: async (place) => {
        const blob = blobAt(place);
        if (blob === null) return onDisk.open(place);
        const bytes = new Uint8Array(await blob.arrayBuffer());
        return { place, size: bytes.length, pieces: () => inPieces(bytes) };
      },
    },
    { cipher: nodeCipher(randomBytes(32)), random },
  );
  const client = await OfflineClient.open({
    driver: serialise(connectionOn(expoDatabase(join(folder, 'phone.db')))),
    transport: new FakeServer(),
    files: photoFiles,
    clock: phoneClock(random),
    keys: new MemoryPersonKeys(),
    appVersion: '1.0.0',
  });
  parts = { client, photoFiles, pictures, newId: () => crypto.randomUUID() };
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await parts.client.close();
  rmSync(folder, { recursive: true });
});

/** A picture of twelve megapixels, with as much on it as a gravel pad has. */
async function twelveMegapixels(): Promise<File> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const grain = await sharp({ create: { width: 2000, height: 1500, channels: 3, noise, background: 'grey' } })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const jpeg = sharp(grain).resize(4000, 3000).jpeg({ quality: 92 });
  return new File([new Uint8Array(await jpeg.toBuffer())], 'pump.jpg');
}

const settled = (queue: PhotoQueue<Picture, PreparedPicture, EventPhoto>) =>
  vi.waitFor(
    () => {
      for (const photo of queue.photos) if (photo.state === 'STORED') return photo.stored;
      throw new Error(JSON.stringify(queue.photos));
    },
    { timeout: 20_000 },
  );

test.runIf(isTurn(2, 5))(
  'a photo of twelve megapixels loses seven tenths, lies sealed on the disk, and nowhere else',
  async () => {
    const queue = new PhotoQueue(phonePhotoHost(parts, words, PLACE));
    const picture = pictureOfFile(await twelveMegapixels(), true);
    queue.add([picture]);
    const kept = await settled(queue);
    expect(kept.sizeBytes).toBeLessThanOrEqual(Math.min(DEVICE_PHOTO_BYTES, picture.size * 0.3));
    // A camera says nothing of where it is: the phone does.
    expect(kept).toMatchObject({ contentType: 'image/jpeg', takenAt: picture.takenAt, location: HERE });

    const [name = ''] = readdirSync(join(folder, 'photos'));
    const photo = await parts.client.photos.openContent(kept.sha256);
    const plain = Buffer.from(await wholeOf(photo?.file.pieces() ?? inPieces(new Uint8Array())));
    expect(await sharp(plain).metadata()).toMatchObject({ format: 'jpeg' });
    expect(readFileSync(join(folder, 'photos', name)).includes(plain.subarray(0, 64))).toBe(false);
    expect(blobAt(picture.place)).toBeNull();
  },
);

let shots = 0;
describePhotoHost<Picture, PreparedPicture, EventPhoto>('a phone', async () => ({
  host: phonePhotoHost(parts, words, PLACE),
  prepared: async () => {
    shots += 1;
    const name = `shot-${String(shots)}.jpg`;
    const picture = pictureOfFile(new File([name], name));
    return { picture, contentType: 'image/jpeg', takenAt: null, location: null };
  },
  has: async ({ picture: { name } }) =>
    (await parts.client.photos.openContent(createHash('sha256').update(name).digest('hex'))) !== null,
  breakOff: () => {
    isFull = true;
  },
}));

test('what only calls itself a picture is refused in words, and no copy of it stays', async () => {
  const queue = new PhotoQueue(phonePhotoHost(parts, words, PLACE));
  const picture = pictureOfFile(new File(['<svg></svg>'], 'pump.jpg'));
  queue.add([picture]);
  await vi.waitFor(() => {
    expect(queue.photos).toMatchObject([{ state: 'FAILED', message: words.formMessages.photoOfNoKind }]);
  });
  expect(blobAt(picture.place)).toBeNull();
});

test('no copy stays of a picture that can’t be read', async () => {
  const broken = {
    ...parts.photoFiles,
    open: () => Promise.reject(new StorageError('DAMAGED', 'Input/output error')),
  };
  const queue = new PhotoQueue(phonePhotoHost({ ...parts, photoFiles: broken }, words, PLACE));
  const picture = pictureOfFile(new File(['ÿØÿ'], 'pump.jpg'));
  queue.add([picture]);
  await vi.waitFor(() => {
    expect(queue.photos).toMatchObject([{ state: 'FAILED', message: words.formMessages.photoUnreadable }]);
  });
  expect(blobAt(picture.place)).toBeNull();
});

test('a file says when and where it was taken, as its camera wrote it', async () => {
  const jpeg = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'grey' } })
    .withExif({
      IFD2: { DateTimeOriginal: '2026:03:10 09:14:00', OffsetTimeOriginal: '-06:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 50/1 4812/100',
        GPSLongitudeRef: 'W',
        GPSLongitude: '102/1 22/1 336/100',
      },
    })
    .jpeg()
    .toBuffer();
  const picture = pictureOfFile(new File([new Uint8Array(jpeg)], 'pump.jpg'));
  const prepared = await preparePicture({ files: parts.photoFiles, pictures }, words, picture, PLACE);
  expect(prepared).toMatchObject({
    ok: true,
    photo: { takenAt: '2026-03-10T15:14:00.000Z', location: { latitude: 31.8467, distanceFeet: 365 } },
    shown: { distanceFeet: 365 },
  });
});
