/** The phone's app in Chromium, as a person has it: how soon it is there, what a save costs, what passes over the network, and what it takes of memory. */
import { VOLUME_FIELDS } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { today } from '../day.ts';
import { milliseconds, summary, type Times } from '../measure.ts';
import type { Figure } from '../report.ts';
import { shown } from '../shown.ts';
import { BenchPhone, words } from './bench-phone.ts';
import { hasSynced, logWithPhotos, readEvents, recordReadings, waiting, writeFiles } from './engine.ts';
import { openFieldOffice, wellId, WELLS, type FieldOffice } from './field-office.ts';

const EVENTS = 10_000;
const STARTS = 5;
const SAMPLE = 300;
/** After each sampled entry, in milliseconds: nobody types so fast, and the screens have counted again. */
const PAUSE_MS = 100;
/** A second. */
const THIN_BYTES = 2048;
const THIN_MS = 300_000;
/** Of somebody who types a number with a thumb. */
const KEY_MS = 120;
const VOLUMES = ['42.5', '120', '8.2'] as const;
const PHOTOS = 20;
const PHOTOS_A_READING = 10;
const { deskWords, fieldWords, formTexts, locationWords, phoneWords, photoTexts, productNames } = words;

const yesterday = (): string => addDays(today(), -1);
const told = ({ p50, p95 }: Times): string => `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`;
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000).toString()} KB`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

export async function benchPhoneApp(): Promise<Figure[]> {
  return [
    ...(await withPhone(measureDay)),
    ...(await withPhone(measureThinLink)),
    ...(await withPhone(measureLog)),
    ...(await withPhone(measurePhotos)),
    ...(await withPhone(measureWhole)),
  ];
}

async function withPhone(
  measure: (phone: BenchPhone, office: FieldOffice) => Promise<Figure[]>,
): Promise<Figure[]> {
  const office = await openFieldOffice();
  const phone = await BenchPhone.unpack(office.url);
  await storeInto(phone, office);
  try {
    return await measure(phone, office);
  } finally {
    await phone.close();
    office.close();
  }
}

/** The office's storage: it keeps what a phone puts there. */
async function storeInto({ context }: BenchPhone, { server }: FieldOffice): Promise<void> {
  await context.route('https://blobs.example/**', async (route) => {
    const request = route.request();
    const isPut = request.method() === 'PUT';
    if (isPut) server.stored.set(request.url(), request.postDataBuffer() ?? new Uint8Array());
    await route.fulfill({
      status: isPut ? 201 : 200,
      headers: {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': '*',
        'access-control-allow-methods': '*',
      },
    });
  });
}

/** From a browser that has never seen it, over the first readings, to the end of a route. */
async function measureDay(phone: BenchPhone, office: FieldOffice): Promise<Figure[]> {
  const { page } = phone;
  const cold = await phone.open();
  const toDraw = [...office.sent];
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  const first = sum(toDraw);
  const kept = sum([...office.sent]);
  await phone.signIn();
  await phone.says(fieldWords.allSent);
  const pulled = { ...office.passed };

  const plain = await enter(phone, false);
  await phone.context.grantPermissions(['camera', 'geolocation']);
  await phone.context.setGeolocation(null);
  await phone.press(locationWords.turnOn);
  const pictured = await enter(phone, true);
  for (let well = 2; well < WELLS; well += 1) await enter(phone, false);
  await phone.says(fieldWords.allSent);
  return [
    {
      name: 'First load, packed: what the first screen needs',
      measured: megabytes(first),
      beside: `kept for a start without a network ${megabytes(kept)}, shown after ${seconds(cold)}`,
      floor: '1.5 MB',
    },
    {
      name: `First pull of ${String(WELLS)} wells: data`,
      measured: kilobytes(pulled.up + pulled.down),
      beside: `${seconds(((pulled.up + pulled.down) / THIN_BYTES) * 1000)} at 2 KB/s by division`,
      floor: '-',
    },
    {
      name: 'A reading, from the route to the tick, typed at 120 ms a key',
      measured: `${String(plain.taps)} tap, ${seconds(plain.ms)}`,
      beside: `from the last key to the tick ${milliseconds(plain.saveMs)}`,
      floor: '4 taps',
    },
    {
      name: 'The next one with a photo, and without a fix',
      measured: `${String(pictured.taps)} taps, ${seconds(pictured.ms)}`,
      beside: `from the last key to the tick ${milliseconds(pictured.saveMs)}`,
      floor: '10 s',
    },
    {
      name: `A day: ${String(WELLS)} readings, synced one by one`,
      measured: kilobytes(office.passed.up + office.passed.down),
      beside: `up ${kilobytes(office.passed.up)}, down ${kilobytes(office.passed.down)}`,
      floor: '2 MB',
    },
  ];
}

/** An office that is reached by two kilobytes a second, as Chromium slows a page: from signing in to the route, and to its end. */
async function measureThinLink(phone: BenchPhone): Promise<Figure[]> {
  await phone.open();
  await phone.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await phone.slowTo(THIN_BYTES);
  const start = performance.now();
  await phone.signIn();
  const onRoute = performance.now();
  await phone.holdEngine();
  await phone.page.waitForFunction(hasSynced, undefined, { polling: 100, timeout: THIN_MS });
  return [
    {
      name: `First pull of ${String(WELLS)} wells at 2 KB/s: pressed to the route`,
      measured: seconds(onRoute - start),
      beside: `all of it after ${seconds(performance.now() - start)}`,
      floor: '45 s',
    },
  ];
}

const sum = (sent: readonly (readonly [string, number])[]): number =>
  sent.reduce((bytes, [, size]) => bytes + size, 0);

/** Enters the next well of the route through the drawn controls. */
async function enter(
  phone: BenchPhone,
  hasPhoto: boolean,
): Promise<{ taps: number; ms: number; saveMs: number }> {
  const { page } = phone;
  let taps = 0;
  const tap = async (name: string): Promise<void> => {
    taps += 1;
    await phone.press(name);
  };
  const start = performance.now();
  // After a save the next well is open already, without a tap.
  const isRoute = await page.getByRole('button', { name: phoneWords.enterProduction }).isVisible();
  if (isRoute) await tap(phoneWords.enterProduction);
  const boxes = Object.keys(VOLUME_FIELDS) as (keyof typeof VOLUME_FIELDS)[];
  if (hasPhoto) {
    await tap(fieldWords.takePhoto);
    await tap(fieldWords.takeNow);
    await tap(fieldWords.keepPhoto);
  }
  await phone.box(productNames[boxes[0] ?? 'OIL']).focus();
  for (const [place, box] of boxes.entries()) {
    // The key behind the number leads to the next box, and saves from the last one.
    await phone.box(productNames[box]).pressSequentially(VOLUMES[place] ?? '0', { delay: KEY_MS });
    if (place < boxes.length - 1) await page.keyboard.press('Enter', { delay: KEY_MS });
  }
  const before = performance.now();
  const toast = page.getByText(`: ${fieldWords.saved}`);
  await page.keyboard.press('Enter');
  await shown(page, '[aria-live=polite]', `: ${fieldWords.saved}`);
  const end = performance.now();
  await toast.first().waitFor({ state: 'hidden' });
  return { taps, ms: end - start, saveMs: end - before };
}

/** A person has signed in and has all that the office gives. Then there is no office. */
async function signInAndGoAway(phone: BenchPhone, office: FieldOffice): Promise<void> {
  await phone.open();
  await phone.signIn();
  await phone.says(fieldWords.allSent);
  office.setAway(true);
}

/** A log of 10,000 entries that wait. */
async function measureLog(phone: BenchPhone, office: FieldOffice): Promise<Figure[]> {
  await signInAndGoAway(phone, office);
  await phone.holdEngine();
  const wellIds = Array.from({ length: WELLS }, (_, well) => wellId(well));
  const record = (first: number, count: number, pauseMs: number): Promise<number[]> =>
    phone.page.evaluate(recordReadings, { wellIds, lastDay: yesterday(), first, count, pauseMs });
  const early = await record(0, SAMPLE, PAUSE_MS);
  const between = await record(SAMPLE, EVENTS - 2 * SAMPLE, 0);
  const late = await record(EVENTS - SAMPLE, SAMPLE, PAUSE_MS);
  const files = await phone.page.evaluate(writeFiles, SAMPLE);
  const events = await phone.page.evaluate(readEvents, { limit: 1000, rounds: 20 });
  const starts: number[] = [];
  const unlocks: number[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    starts.push(await phone.reopen());
    unlocks.push(await phone.unlock());
  }
  const blank: number[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    const page = await phone.context.newPage();
    const start = performance.now();
    await page.goto('data:text/html,<p>empty</p>');
    await shown(page, 'p');
    blank.push(performance.now() - start);
    await page.close();
  }
  return [
    {
      name: 'Record, the first 300',
      measured: told(summary(early)),
      beside: '-',
      floor: '10 ms',
    },
    {
      name: 'Record, the last 300 of 10,000 that wait',
      measured: told(summary(late)),
      beside: `a small file of the same disk ${told(summary(files))}`,
      floor: '10 ms',
    },
    {
      name: 'Record without a pause, the 9,400 between',
      measured: told(summary(between)),
      beside: '-',
      floor: '-',
    },
    { name: 'Read 1,000 events of 10,000', measured: told(summary(events)), beside: '-', floor: '50 ms' },
    {
      name: 'Warm start to the lock screen, 10,000 events',
      measured: told(summary(starts)),
      beside: `an empty page ${told(summary(blank))}`,
      floor: '1,000 ms (brief: 2,000)',
    },
    {
      name: 'Entered passphrase to the route, argon2id included',
      measured: told(summary(unlocks)),
      beside: '-',
      floor: '-',
    },
  ];
}

/** Photos of twelve megapixels that wait for a network. */
async function measurePhotos(phone: BenchPhone, office: FieldOffice): Promise<Figure[]> {
  const { page } = phone;
  await signInAndGoAway(phone, office);
  const before = await phone.memory();
  const file = path.join(phone.folder, 'gravel.jpg');
  const buffer = await aPicture(4000, 3000);
  await writeFile(file, buffer);
  for (let well = 0; well < PHOTOS / PHOTOS_A_READING; well += 1) {
    await page
      .getByRole('link', { name: fieldWords.openWell(`Bench #${String(well + 1)}`), exact: true })
      .click();
    const picking = page.waitForEvent('filechooser');
    await phone.press(phoneWords.choosePhoto);
    await (await picking).setFiles(Array.from({ length: PHOTOS_A_READING }, () => file));
    const kept = page.getByRole('list', { name: photoTexts.chosenPhotos }).getByText(fieldWords.saved);
    await kept.nth(PHOTOS_A_READING - 1).waitFor({ timeout: 300_000 });
    await phone.box(productNames.OIL).fill('42.5');
    await phone.press(formTexts.saveEntry);
    await page.getByText(`: ${fieldWords.saved}`).first().waitFor();
    await phone.press(deskWords.back);
  }
  await phone.says(fieldWords.photosWaiting(PHOTOS));
  const after = await phone.memory();
  await phone.reopen();
  await phone.unlock();
  const anew = await phone.memory();
  const taken = ({ heap, resident }: typeof before): string =>
    `heap ${megabytes(heap)}, resident ${megabytes(resident)}`;
  return [
    {
      name: `Memory of the page, ${String(PHOTOS)} photos of ${megabytes(buffer.length)} waiting`,
      measured: taken(after),
      beside: `before ${taken(before)}; opened anew ${taken(anew)}`,
      floor: '-',
    },
  ];
}

/** 500 readings, and 100 logs with a photo and a place each, from the first entry to an empty queue. */
async function measureWhole(phone: BenchPhone, office: FieldOffice): Promise<Figure[]> {
  const { page } = phone;
  const { server } = office;
  await signInAndGoAway(phone, office);
  await phone.holdEngine();
  const wellIds = Array.from({ length: WELLS }, (_, well) => wellId(well));
  const start = performance.now();
  await page.evaluate(recordReadings, { wellIds, lastDay: yesterday(), first: 0, count: 500, pauseMs: 0 });
  const picking = page.waitForEvent('filechooser');
  const logging = page.evaluate(logWithPhotos, {
    wellIds,
    day: today(),
    contentType: 'image/jpeg' as const,
    location: {
      ...{ latitude: 31.846, longitude: -102.3676, accuracyFeet: 16.4, distanceFeet: 109 },
      capturedAt: new Date().toISOString(),
    },
  });
  const files = await Promise.all(
    Array.from({ length: 100 }, async (_, number) => ({
      name: `${String(number)}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await aPicture(1000 + number, 750),
    })),
  );
  await (await picking).setFiles(files);
  await logging;
  const entered = performance.now();
  const photosOf = (): number => server.stored.size;
  office.setAway(false);
  await phone.press(deskWords.sync).catch(() => undefined);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  for (const end = Date.now() + 600_000; Date.now() < end;) {
    if ((await page.evaluate(waiting)) === 0) break;
    await page.waitForTimeout(250);
  }
  const synced = performance.now();
  const events = server.events.length;
  if (events !== 700 || photosOf() !== 100)
    throw new Error(`${String(events)} events, ${String(photosOf())} photos`);
  return [
    {
      name: '500 readings, 100 items and 100 logs with photo and place: entered',
      measured: seconds(entered - start),
      beside: `${megabytes(files.reduce((bytes, { buffer }) => bytes + buffer.length, 0))} of photos`,
      floor: '-',
    },
    {
      name: 'The same: synced, each once',
      measured: seconds(synced - entered),
      beside: `${String(events)} events, ${String(photosOf())} photos at the office`,
      floor: '-',
    },
  ];
}

/** Of gravel: noise, which compresses badly. */
const aPicture = (width: number, height: number): Promise<Buffer> =>
  sharp({
    create: {
      ...{ width, height, channels: 3, background: 'grey' },
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
    .jpeg({ quality: 90 })
    .toBuffer();
