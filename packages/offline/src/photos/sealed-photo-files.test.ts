import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inPieces, PIECE_BYTES, wholeOf } from '../lib/pieces.ts';
import { nodePhotoFiles } from '../node/files/node-photo-files.ts';
import { nodeCipher } from '../node/node-cipher.ts';
import { describePhotoFiles } from '../testing/photo-files.suite.ts';
import { sealedPhotoFiles } from './sealed-photo-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'wellpulse-sealed-photos-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
let places = 0;
const aPlace = (): string => join(folder, String((places += 1)));
const KEY = randomBytes(32);
const openAt = (place: string, key: Uint8Array = KEY) =>
  sealedPhotoFiles(
    { ...nodePhotoFiles(place), isOurs: (at) => at.startsWith(place) },
    { cipher: nodeCipher(key), random: randomBytes },
  );
const picture = Uint8Array.from({ length: 2 * PIECE_BYTES + 5 }, (_, index) => index % 251);

describePhotoFiles('a folder of sealed photos', (place) => openAt(place), aPlace);

/** Saves the picture, lets something happen to its file, and reads it. */
async function afterThat(happens: (sealed: Buffer) => Uint8Array, key = KEY): Promise<Uint8Array> {
  const place = aPlace();
  await openAt(place).save('one.jpeg', inPieces(picture));
  const path = join(place, 'one.jpeg');
  writeFileSync(path, happens(readFileSync(path)));
  const file = await openAt(place, key).open('one.jpeg');
  return wholeOf(file?.pieces() ?? inPieces(picture));
}

test('what stands on the disk is sealed, and opens with no other key', async () => {
  await expect(afterThat((sealed) => sealed, randomBytes(32))).rejects.toThrow('not as it was saved');
  await afterThat((sealed) => {
    expect(sealed.includes(Buffer.from(picture.subarray(0, 64)))).toBe(false);
    return sealed;
  });
});

test('a file that was changed or cut off is noticed', async () => {
  const changed = (sealed: Buffer) => sealed.map((byte, index) => (index === 70_000 ? byte ^ 1 : byte));
  await expect(afterThat(changed)).rejects.toThrow('not as it was saved');
  const cutOff = (sealed: Buffer) => sealed.subarray(0, 8 + 2 * (PIECE_BYTES + 16));
  await expect(afterThat(cutOff)).rejects.toThrow('not as it was saved');
});

test('a picture of the camera is read as it is', async () => {
  const camera = join(folder, 'camera.jpeg');
  writeFileSync(camera, picture);
  const taken = await openAt(aPlace()).open(camera);
  expect(await wholeOf(taken?.pieces() ?? inPieces(new Uint8Array()))).toEqual(picture);
});
