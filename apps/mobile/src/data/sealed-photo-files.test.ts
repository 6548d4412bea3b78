import { inPieces, PIECE_BYTES, wholeOf } from '@wellpulse/offline';
import { nodePhotoFiles } from '@wellpulse/offline/node';
import { describePhotoFiles } from '@wellpulse/offline/testing';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cipherWith, newHiddenKey } from '../native/storage/cipher.web.ts';
import { random } from '../native/keys/random.web.ts';
import { sealedPhotoFiles } from './sealed-photo-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'wellpulse-phone-photos-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
let places = 0;
const aPlace = (): string => join(folder, String((places += 1)));
const cipher = cipherWith(await newHiddenKey());
const openAt = (place: string, key = cipher) =>
  sealedPhotoFiles(
    { ...nodePhotoFiles(place), isOurs: (at) => at.startsWith(place) },
    { cipher: key, random },
  );
const picture = Uint8Array.from({ length: 2 * PIECE_BYTES + 5 }, (_, index) => index % 251);

describePhotoFiles('a phone', (place) => openAt(place), aPlace);

test('what stands on the disk is sealed, and opens with no other key', async () => {
  const place = aPlace();
  await openAt(place).save('one.jpeg', inPieces(picture));
  const onDisk = readFileSync(join(place, 'one.jpeg'));
  expect(onDisk.includes(Buffer.from(picture.subarray(0, 64)))).toBe(false);
  const other = await openAt(place, cipherWith(await newHiddenKey())).open('one.jpeg');
  await expect(wholeOf(other?.pieces() ?? inPieces(picture))).rejects.toThrow('not as it was saved');
});

test('a file that was cut off is noticed', async () => {
  const place = aPlace();
  await openAt(place).save('one.jpeg', inPieces(picture));
  const path = join(place, 'one.jpeg');
  writeFileSync(path, readFileSync(path).subarray(0, 8 + 2 * (PIECE_BYTES + 16)));
  const cut = await openAt(place).open('one.jpeg');
  await expect(wholeOf(cut?.pieces() ?? inPieces(picture))).rejects.toThrow('not as it was saved');
});

test('a picture of the camera is read as it is', async () => {
  const camera = join(folder, 'camera.jpeg');
  writeFileSync(camera, picture);
  const taken = await openAt(aPlace()).open(camera);
  expect(await wholeOf(taken?.pieces() ?? inPieces(new Uint8Array()))).toEqual(picture);
});
