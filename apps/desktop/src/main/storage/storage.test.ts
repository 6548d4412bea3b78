import { describeDatabaseFile, describePhotoFiles, describeSqliteDriver } from '@wellpulse/offline/testing';
import { inPieces, wholeOf, type SqliteDriver } from '@wellpulse/offline';
import { openNodeSqlite } from '@wellpulse/offline/node';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cipherDatabaseFile } from './cipher-database-file.ts';
import { openCipherSqlite } from './cipher-sqlite.ts';
import { laptopPhotoFiles } from './laptop-photo-files.ts';

const root = mkdtempSync(join(tmpdir(), 'wellpulse-desktop-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});
let places = 0;
const aPlace = (): string => join(root, `place-${(places += 1)}`);
const KEY = new Uint8Array(32).fill(7);
const OTHER_KEY = new Uint8Array(32).fill(8);

describeSqliteDriver('the encrypted database', async (path) => openCipherSqlite(path, KEY), aPlace);
describeDatabaseFile('the encrypted database', aPlace, (place) => cipherDatabaseFile(place, KEY), {
  isShared: false,
});
describePhotoFiles('the photos of a laptop', (place) => laptopPhotoFiles(place, KEY), aPlace);

/** Writes a note, and gives for each file of the database whether the note can be read in it. */
async function isReadIn(path: string, driver: SqliteDriver): Promise<boolean[]> {
  await driver.query('pragma journal_mode = wal');
  await driver.execute('create table note (value)');
  await driver.execute('insert into note values (?)', ['pumper’s secret']);
  const found = ['', '-wal'].map((end) => {
    const bytes = readFileSync(path + end);
    return bytes.length === 0 || ['secret', 'SQLite format', 'note'].some((text) => bytes.includes(text));
  });
  await driver.close();
  return found;
}

test('nothing that was typed can be read in the files of the database, and no other key opens it', async () => {
  const path = aPlace();
  expect(await isReadIn(path, openCipherSqlite(path, KEY))).toEqual([false, false]);
  expect(() => openCipherSqlite(path, OTHER_KEY)).toThrow('not a database');
  expect(() => openCipherSqlite(path, KEY.subarray(1))).toThrow(RangeError);
});

test('in a database without a key it would be read', async () => {
  const path = aPlace();
  expect(await isReadIn(path, await openNodeSqlite(path))).toContain(true);
});

test('a photo on the disk shows nothing, and opens under the key of its database alone', async () => {
  const place = aPlace();
  const path = await laptopPhotoFiles(place, KEY).save(
    'one.jpeg',
    inPieces(new Uint8Array(200_000).fill(65)),
  );
  expect(readFileSync(join(place, path)).includes('AAAA')).toBe(false);
  const other = await laptopPhotoFiles(place, OTHER_KEY).open(path);
  await expect(wholeOf(other?.pieces() ?? inPieces(new Uint8Array()))).rejects.toThrow('not as it was saved');
});

test('pages of the encrypted file can be read without SQLite, under its own key alone', async () => {
  const path = aPlace();
  const key = new Uint8Array(32).fill(9);
  const driver = await cipherDatabaseFile(path, key).open();
  await driver.query('PRAGMA journal_mode = WAL');
  await driver.execute('create table notes (text text)');
  await driver.execute("insert into notes values ('seven trucks')");
  const textsUnder = async (given: Uint8Array): Promise<string> => {
    let texts = '';
    for await (const { bytes } of cipherDatabaseFile(path, given).pages())
      texts += Buffer.from(bytes).toString('latin1');
    return texts;
  };
  // What was written last stands beside the file, in its log.
  expect(await textsUnder(key)).toContain('seven trucks');
  expect(await textsUnder(new Uint8Array(32))).not.toContain('seven trucks');
  await driver.close();
  expect(await textsUnder(key)).toContain('seven trucks');
});
