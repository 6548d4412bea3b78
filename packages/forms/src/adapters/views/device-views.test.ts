/** What a device shows and does beside its forms: taking readings back, entries that were refused, its log. */
import { createWords } from '@wellpulse/words';
import { expect, test } from 'vitest';
import { parseEntry } from '../../production/entry-rules.ts';
import { emptyEntry } from '../../production/entry-text.ts';
import { aDevice, WELL_ID, type Device } from '../device.fixture.ts';
import { activityCsv, activityPage, NO_ACTIVITY_FILTER } from './activity.ts';
import { deviceReadings } from './device-readings.ts';
import { loggedTitle } from './logged-lines.ts';
import { recordHistory } from './record-history.ts';
import { refusedEntries } from './refused-entries.ts';

const words = createWords('en');
const DAY = '2025-10-19';

const recordOil = ({ client }: Pick<Device, 'client'>, oilVolume: number) =>
  client.record({
    eventType: 'PRODUCTION_CREATED',
    aggregateId: WELL_ID,
    payload: { productionDate: DAY, oilVolume, notes: 'Gauged twice' },
  });

async function readingOf({ client }: Pick<Device, 'client'>) {
  const [row] = await client.records.production(WELL_ID, { from: DAY, to: DAY }).all();
  return row;
}

test('a reading is taken back, and brought back as it was, each as a step of its history', async () => {
  const device = await aDevice();
  await recordOil(device, 42.5);
  const before = await readingOf(device);
  if (before === undefined) throw new Error('Nothing was recorded');
  const readings = deviceReadings(device.client);
  expect(await readings.takeBack(before)).toBeNull();
  expect(await readingOf(device)).toBeUndefined();
  expect(await readings.bringBack({ ...before })).toBeNull();
  expect(await readingOf(device)).toMatchObject({ oilVolume: 42.5, notes: 'Gauged twice' });
  const steps = await recordHistory(device.client, { kind: 'READING', wellId: WELL_ID, day: DAY }, 'MOBILE');
  expect(steps.map(({ eventType, isPending }) => [eventType, isPending])).toEqual([
    ['PRODUCTION_CREATED', true],
    ['PRODUCTION_DELETED', true],
    ['PRODUCTION_CREATED', true],
  ]);
  expect(await readings.bringBack({ ...before })).toMatchObject({ code: 'PRODUCTION_EXISTS' });
});

test('a refused entry is sent again beside the present record, and once', async () => {
  const device = await aDevice();
  device.server.judge = () => ({ code: 'WELL_PLUGGED', retryable: false });
  await recordOil(device, 31);
  await device.client.sync.syncNow();
  device.server.judge = () => undefined;
  const [failed] = await device.client.events.list({ status: 'FAILED' }).all();
  const refused = refusedEntries(device.client);
  const line = await refused.find(failed?.event.id ?? '');
  expect(line).toMatchObject({ wellName: 'Acme #1', day: DAY, refusal: { code: 'WELL_PLUGGED' } });
  expect(line === null ? '' : loggedTitle(words, line)).toBe('Entry recorded, Acme #1 · 19 Oct');
  expect(await refused.sendAgain(line?.id ?? '')).toBeNull();
  await device.client.sync.syncNow();
  expect(await readingOf(device)).toMatchObject({ oilVolume: 31, isPending: false });
  expect(await refused.find(line?.id ?? '')).toBeNull();
  await expect(refused.sendAgain(line?.id ?? '')).rejects.toThrow('NOT_FAILED');
});

test('a refused reading that is typed once more keeps its photos', async () => {
  const device = await aDevice();
  const { client, server } = device;
  const photo = await client.photos.keep({ bytes: new Uint8Array([1, 2, 3]), contentType: 'image/jpeg' });
  server.judge = () => ({ code: 'WELL_PLUGGED', retryable: false });
  await client.record({
    eventType: 'PRODUCTION_CREATED',
    aggregateId: WELL_ID,
    payload: { productionDate: DAY, oilVolume: 31, photos: [photo] },
  });
  await client.sync.syncNow();
  server.judge = () => undefined;
  const [failed] = await client.events.list({ status: 'FAILED' }).all();
  const parsed = parseEntry(words, { ...emptyEntry(DAY), oilVolume: '32' }, DAY);
  if (!parsed.ok) throw new Error('The entry is fine');
  const store = refusedEntries(client).storeInPlaceOf(failed?.event.id ?? '');
  const given = { wellId: WELL_ID, entry: parsed.entry, base: null, photos: [] };
  expect(await store.save(given)).toMatchObject({ kind: 'WAITS', record: { photoHashes: [photo.sha256] } });
});

test('the log is told by what a person chose, and its file has the same lines', async () => {
  const device = await aDevice();
  await recordOil(device, 42.5);
  const all = await activityPage(device.client, NO_ACTIVITY_FILTER, null);
  expect(all.items).toMatchObject([{ wellName: 'Acme #1', status: 'PENDING' }]);
  const none = await activityPage(device.client, { ...NO_ACTIVITY_FILTER, record: 'Cooper' }, null);
  expect(none).toEqual({ items: [], next: null });
  let csv = '';
  let count = 0;
  const told = activityCsv(device.client, { ...NO_ACTIVITY_FILTER, record: 'acme' }, words, () => {
    count += 1;
  });
  for await (const piece of told) csv += piece;
  expect([count, csv.startsWith('\uFEFFNumber,'), csv.trim().split('\r\n').length]).toEqual([1, true, 2]);
});
