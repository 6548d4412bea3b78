/** A text in a row that is damaged where SQLite does not look: it is no JSON any more. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { addDays } from '@wellpulse/domain';
import { expect, test } from 'vitest';
import { DeviceDatabase } from '../database/device-database.ts';
import { storedJson } from '../lib/stored-json.ts';
import { openNodeSqlite } from '../node/index.ts';
import { aDevice, aFolder, DAY, recordOil, WELL_ID } from '../offline-client.fixture.ts';
import type { OfflineClient } from '../offline-client.ts';

const GARBAGE = '{"id":"0189\u0000\u0007';
/** What stands in a row of each mirror and in an own event, in words that stand nowhere else. */
const IN_WELL = '"apiNumber":"';
const IN_READING = '"gasVolume":null';
const IN_EVENT = '"deviceSequence":3,';

type Corrupt = (path: string) => void;

const setting =
  (sql: string): Corrupt =>
  (path) => {
    const database = new DatabaseSync(path);
    database.prepare(sql).run(GARBAGE);
    database.close();
  };

/** As a disk does it: SQLite is not asked, and what it has in indexes stays. */
const overwriting =
  (text: string): Corrupt =>
  (path) => {
    const bytes = readFileSync(path);
    for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) bytes.write('~', at);
    writeFileSync(path, bytes);
  };

/** A device with a settled, a refused and a waiting entry; `corrupt` changes its file after the program has ended. */
async function aDeviceThen(corrupt: Corrupt) {
  const device = await aDevice();
  const { client, server } = device;
  await recordOil(client, 1, addDays(DAY, -2));
  await client.sync.syncNow();
  await recordOil(client, 2, addDays(DAY, -1));
  server.judge = () => ({ code: 'FORBIDDEN', retryable: false });
  await client.sync.syncNow();
  server.judge = () => undefined;
  await recordOil(client, 3);
  await client.drafts.save('form', { oilVolume: '4' });
  await client.close();
  corrupt(join(device.folder, 'device.db'));
  return { ...device, client: await device.reopen() };
}

async function partsOf(client: OfflineClient): Promise<unknown[]> {
  const parts = [];
  for await (const part of client.unsettled()) parts.push(part);
  return parts;
}

/** All that screens read. */
const look = async (client: OfflineClient) => ({
  wells: await client.records.wells().all(),
  sheet: await client.records.daySheet(DAY).all(),
  due: await client.records.due().all(),
  readings: await client.records.production(WELL_ID).all(),
  events: await client.events.list().all(),
  pending: await client.pendingList().all(),
  draft: await client.drafts.load('form'),
  status: await client.status.current(),
  exported: await partsOf(client),
});

test.each([
  ['a well', overwriting(IN_WELL)],
  ['a reading', overwriting(IN_READING)],
  ["the server's answer", setting('UPDATE event_log SET outcome = ? WHERE outcome IS NOT NULL')],
  ['a draft', setting('UPDATE drafts SET content = ?')],
  ["the tenant's settings", setting('UPDATE device SET settings = ?')],
  ['which days are held', setting(`UPDATE meta SET value = ? WHERE key = 'held_days'`)],
  ['who the device is', setting(`UPDATE meta SET value = ? WHERE key = 'device_identity'`)],
])('%s is made anew, and nothing that was typed is lost', async (_, corrupt) => {
  const { client } = await aDeviceThen(corrupt);
  expect((await look(client)).events).toHaveLength(3);
  await client.sync.syncNow();
  await recordOil(client, 5, addDays(DAY, -3));
  await client.sync.syncNow();
  const { readings, status, wells } = await look(client);
  expect(status).toMatchObject({ pendingEvents: 0, trouble: null });
  expect(status.damage?.missing ?? []).toEqual([]);
  expect(wells).toHaveLength(1);
  expect(readings).toMatchObject([
    { oilVolume: 3 },
    ...(readings.length === 4 ? [{ oilVolume: 2 }] : []),
    { oilVolume: 1 },
    { oilVolume: 5 },
  ]);
});

test('an entry that is damaged is named by its number, and the others are exported and sent', async () => {
  const { client } = await aDeviceThen(overwriting(IN_EVENT));
  const { events, status, exported } = await look(client);
  expect(events.map(({ event }) => event.deviceSequence)).toEqual([2, 1]);
  expect(status.damage?.missing).toEqual([3]);
  expect(exported).toMatchObject([{ kind: 'HEAD' }]);
  await recordOil(client, 4);
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ pendingEvents: 0, trouble: null });
});

test('a program that cannot repair its data says so in words', async () => {
  const database = await DeviceDatabase.open(
    await openNodeSqlite(join(aFolder(), 'device.db')),
    '2025-10-20T12:00:00.000Z',
  );
  await expect(database.read(async () => storedJson('{"id"'))).rejects.toMatchObject({
    code: 'DATA_DAMAGED',
  });
  await database.close();
});
