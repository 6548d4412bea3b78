/** Lists of any length, printed no faster than they are read. */
import { OfflineClient } from '@wellpulse/offline';
import { nodeClock, nodePersonKeys, nodePhotoFiles, openNodeSqlite } from '@wellpulse/offline/node';
import { FakeServer } from '@wellpulse/offline/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDevice, runPiped } from './device-folder.fixture.ts';

const NAMES = Array.from({ length: 20_000 }, (_, index) => `Well ${String(index).padStart(5, '0')}`);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wellpulse-device-'));
  const file = join(folder, 'client.db');
  const client = await OfflineClient.open({
    driver: await openNodeSqlite(file),
    transport: new FakeServer(),
    files: nodePhotoFiles(join(folder, 'photos')),
    clock: nodeClock,
    keys: nodePersonKeys(join(folder, 'keys.json')),
  });
  await client.close();
  const driver = await openNodeSqlite(file);
  await driver.transaction(async (tx) => {
    for (const name of NAMES) {
      const row = { id: name, name, apiNumber: '', status: 'ACTIVE', route: null, routePosition: null };
      await tx.execute('INSERT INTO wells (key, server_version, server_row) VALUES (?, 1, ?)', [
        name,
        JSON.stringify(row),
      ]);
    }
  });
  await driver.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function listWells(reads: 'FIRST_BYTES' | 'ALL') {
  const args = ['list', 'wells'];
  const { output, ...ran } = await (reads === 'ALL'
    ? runDevice(folder, args)
    : runPiped(folder, args, reads));
  const lines = output.split('\n').slice(0, -1);
  return { ...ran, names: lines.map((line) => line.split('\t')[0]) };
}

test('every item is listed, in order', async () => {
  const { code, errors, names } = await listWells('ALL');
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(names).toEqual(NAMES);
});

test('a list whose reader has seen enough ends quietly, and as a success', async () => {
  const { code, errors, names } = await listWells('FIRST_BYTES');
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(names[0]).toBe('Well 00000');
  expect(names.length).toBeLessThan(NAMES.length);
});
