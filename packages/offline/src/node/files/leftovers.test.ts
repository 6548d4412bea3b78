import { spawnSync } from 'node:child_process';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../../offline-client.fixture.ts';
import { StorageError } from '../../ports/storage-error.ts';
import { describeBallast } from '../../testing/ballast.suite.ts';
import { nodeBallast } from './node-ballast.ts';
import { nodePhotoFiles } from './node-photo-files.ts';
import { storageError } from './storage-problem.ts';

const LONG_AGO = new Date('2020-01-01T00:00:00.000Z');

test('what a program was writing when it ended goes; what another one writes, and what is needed, stays', async () => {
  const folder = aFolder();
  const { pid: ended } = spawnSync(process.execPath, ['--version']);
  const names = ['kept.jpeg', 'new.jpeg', `other.jpeg.${process.ppid}.part`];
  const leftovers = [`one.jpeg.${ended}.part`, `two.jpeg.${process.pid}.part`, 'three.jpeg.part', 'old.jpeg'];
  for (const name of [...names, ...leftovers]) await writeFile(join(folder, name), 'bytes');
  for (const name of ['kept.jpeg', 'old.jpeg']) await utimes(join(folder, name), LONG_AGO, LONG_AGO);
  await nodePhotoFiles(folder).removeLeftovers(new Set(['kept.jpeg']));
  expect((await readdir(folder)).sort()).toEqual([...names].sort());
});

describeBallast(
  'a file',
  () => join(aFolder(), 'ballast'),
  (path, freeBytes) => nodeBallast(path, async () => freeBytes()),
);

test('errors of Node and of SQLite say what is wrong with the disk', () => {
  const ofNode = (code: string) => storageError(Object.assign(new Error(code), { code }));
  const ofSqlite = (errcode: number, message = '') =>
    storageError(Object.assign(new Error(message), { errcode }));
  for (const full of [ofNode('ENOSPC'), ofNode('EDQUOT'), ofSqlite(13), ofSqlite(778), ofSqlite(4874)]) {
    expect(full).toMatchObject({ problem: 'FULL' });
  }
  for (const damaged of [ofSqlite(11), ofSqlite(267), ofSqlite(26), ofSqlite(1, 'malformed JSON')]) {
    expect(damaged).toMatchObject({ problem: 'DAMAGED' });
  }
  expect([ofNode('EACCES'), ofSqlite(5), ofSqlite(1)].some((other) => other instanceof StorageError)).toBe(
    false,
  );
});
