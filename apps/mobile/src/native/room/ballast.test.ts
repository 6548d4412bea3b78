/** The ballasts of a phone and of a browser, over Node's files in the places of their own. */
import { BALLAST_BYTES, type Ballast } from '@wellpulse/offline';
import { describeBallast } from '@wellpulse/offline/testing';
import { Directory } from 'expo-file-system';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { disk, folder } from '../files/expo-files.fixture.ts';
import { ballast, ballastOf } from './ballast.ts';
import { ballastOf as ballastOfBrowser } from './ballast.web.ts';
import { isFull } from './is-full.web.ts';
import { privateFolder } from '../files/private-files.fixture.ts';

vi.mock('expo-file-system', () => import('../files/expo-files.fixture.ts'));

const newPlace = (): string => mkdtempSync(join(folder, 'room-'));
const PLENTY = 2 * BALLAST_BYTES;

const onPhone = (place: string, freeBytes: () => number): Ballast =>
  ballastOf(new Directory(pathToFileURL(place).href), freeBytes);
const inBrowser = (place: string, freeBytes: () => number): Ballast =>
  ballastOfBrowser(
    async () => privateFolder(place),
    async () => freeBytes(),
  );

describeBallast('a phone', newPlace, onPhone);
describeBallast('a browser', newPlace, inBrowser);

test('a phone keeps it in its own folder, which no system clears, and a disk compresses none of it', async () => {
  expect([await ballast.make(), await ballast.stands()]).toEqual([true, true]);
  const path = join(folder, 'documents', 'ballast', 'ballast');
  expect(statSync(path).size).toBe(BALLAST_BYTES);
  expect(gzipSync(readFileSync(path)).length).toBeGreaterThan(0.99 * BALLAST_BYTES);
});

test.each(['No space left on device', 'write failed: ENOSPC'])(
  'a phone whose disk fills up while it is made leaves nothing of it: %s',
  async (refusal) => {
    const place = newPlace();
    disk.refuses = refusal;
    expect(await onPhone(place, () => PLENTY).make()).toBe(false);
    disk.refuses = null;
    expect(readdirSync(place)).toEqual([]);
  },
);

test.each([0, 1, 2, 5])(
  'a browser that gives no more after %i things that were asked for has nothing of it left',
  async (given) => {
    const place = newPlace();
    let left = given;
    const full = privateFolder(place, () => (left -= 1) < 0);
    const made = ballastOfBrowser(
      async () => full,
      async () => PLENTY,
    );
    expect(await made.make()).toBe(false);
    expect(readdirSync(place)).toEqual([]);
  },
);

test('a browser is full where it gives no more room, and the file that tries it does not stay', async () => {
  const place = newPlace();
  expect(await isFull(async () => privateFolder(place, () => true))).toBe(true);
  expect(await isFull(async () => privateFolder(place))).toBe(false);
  expect(await isFull(() => Promise.reject(new Error('There are no private files')))).toBe(false);
  expect(readdirSync(place)).toEqual([]);
});

test('what a program left that ended in the midst of it is written over', async () => {
  const place = newPlace();
  writeFileSync(join(place, 'ballast.part'), 'half of it');
  expect(await onPhone(place, () => PLENTY).make()).toBe(true);
  expect(readdirSync(place)).toEqual(['ballast']);
});
