/**
 * The app as it is for phones: its bundles for Android and iOS, on a phone that is none (host/hosted-phone.mjs, ADR 120). Hermes' own
 * compiler takes them too. What only a device proves stands in docs/phone/devices.md.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { valuesFrom, WELL_VALUES } from '../../../packages/contracts/src/index.ts';
import { FakeServer, PUMPER } from '../../../packages/offline/src/testing/index.ts';
import { isDeep } from '../../../packages/testing/src/depth.ts';
import { createWords } from '../../../packages/words/src/index.ts';
import { compileByHermes, exportForPhones } from './host/export-app.mjs';
import { HostedPhone, readBundle } from './host/hosted-phone.mjs';
import { linkTo } from './host/office.mjs';

const { deskWords, fieldWords, formTexts, lockWords, locationWords, phoneWords, productNames, sessionWords } =
  createWords('en');
/** Exporting and compiling take minutes where other things run. */
const EXPORT_MS = 900_000;
/** The first bytes of Hermes' bytecode, which its version follows. */
const MAGIC = 'c61fbc03c103191f';
/** The first bytes of a picture that nobody sealed. */
const JPEG = 'ffd8';
const PIN = '4711';
const WELL = {
  id: '01890000-0000-7000-8000-000000000001',
  apiNumber: '42-165-12345',
  ...valuesFrom(WELL_VALUES, {
    ...{ name: 'Acme #1', route: 'North', routePosition: 1, operatorIds: [PUMPER.id] },
    ...{ latitude: 31.8457, longitude: -102.3676 },
  }),
  createdAt: '2025-01-01T00:00:00.000Z',
  updatedAt: '2025-01-01T00:00:00.000Z',
  version: 1,
};

/** What a camera of twelve megapixels gives, with what it tells of itself. @param {string} to */
async function aPicture(to) {
  const noise = /** @type {const} */ ({ type: 'gaussian', mean: 128, sigma: 20 });
  const create = /** @type {const} */ ({ width: 4000, height: 3000, channels: 3, noise, background: 'grey' });
  const image = sharp({ create }).withExif({ IFD2: { DateTimeOriginal: '2026:03:10 09:14:00' } });
  return written(await image.jpeg().toBuffer(), to);
}

/** @param {string} place @param {{ width: number, height: number }} size @param {string} to */
const smaller = async (place, { width, height }, to) =>
  written(await sharp(fileURLToPath(place)).resize(width, height).jpeg({ quality: 70 }).toBuffer(), to);

/** @param {Uint8Array} bytes @param {string} folder of a picture */
async function written(bytes, folder) {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${randomUUID()}.jpg`);
  await writeFile(file, bytes);
  return pathToFileURL(file).href;
}

/** What lies in a folder, and in those within it. @param {string} folder */
const filesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    : [];

/** @type {string} */
let folder;
/** @type {Record<'android' | 'ios', string>} */
let bundles;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wellpulse-bundles-'));
  if (isDeep) bundles = await exportForPhones(join(folder, 'export'));
}, EXPORT_MS);
afterAll(() => rm(folder, { recursive: true }));

describe.runIf(isDeep).each(/** @type {const} */ (['android', 'ios']))('the bundle for %s', (platform) => {
  /** @type {import('node:vm').Script} */
  let bundle;
  beforeAll(() => {
    bundle = readBundle(bundles[platform]);
  });
  /** @type {HostedPhone[]} */
  const started = [];
  afterAll(() => {
    for (const phone of started) phone.kill();
  });
  let phones = 0;

  /** A phone out of its box. @param {Partial<import('./host/hosted-phone.mjs').PhoneState>} [more] @returns {Promise<import('./host/hosted-phone.mjs').PhoneState>} */
  async function unpack(more = {}) {
    phones += 1;
    const own = join(folder, `${platform}-${String(phones)}`);
    await mkdir(own);
    return {
      ...{ platform, folder: own, keystore: new Map(), texts: new Map(), keysOfFiles: new Map() },
      ...{ hasSqlCipher: true, link: null },
      tasks: new Set(),
      fingers: { known: 1, touches: true, kept: new Map() },
      place: { latitude: 31.846, longitude: -102.3676, accuracy: 5 },
      picture: () => aPicture(join(own, 'cache', 'Camera')),
      library: () => aPicture(join(own, 'cache', 'ImagePicker')),
      smaller: (place, size) => smaller(place, size, join(own, 'cache', 'ImageManipulator')),
      ...more,
    };
  }
  /** @param {import('./host/hosted-phone.mjs').PhoneState} state */
  async function start(state) {
    const phone = await HostedPhone.start(bundle, state);
    started.push(phone);
    return phone;
  }
  /** @param {HostedPhone} phone */
  async function signIn(phone) {
    await phone.shows(sessionWords.signIn);
    const { screen } = phone;
    screen.type(fieldWords.server, 'https://wells.example');
    screen.type(sessionWords.tenant, 'acme');
    screen.type(sessionWords.email, PUMPER.email);
    screen.type(sessionWords.password, 'wellpulse-demo');
    screen.type(fieldWords.deviceName, 'Phone 7');
    screen.type(fieldWords.pin, PIN);
    await phone.press(sessionWords.signIn);
    await phone.shows(WELL.name);
  }
  const anOffice = () => {
    const server = new FakeServer();
    server.addWell(WELL);
    return server;
  };
  /** @param {HostedPhone} phone */
  const expectNothingUnknown = ({ unknown, failures, warnings }) =>
    expect({ unknown, failures, warnings }).toEqual({ unknown: [], failures: [], warnings: [] });

  test(
    'is what the compiler of Hermes takes',
    async () => {
      const compiled = join(folder, `${platform}.hbc`);
      const version = await compileByHermes(bundles[platform], compiled);
      const file = await open(compiled);
      const { buffer } = await file.read(Buffer.alloc(12), 0, 12, 0);
      await file.close();
      expect(buffer.subarray(0, 8).toString('hex')).toBe(MAGIC);
      expect(buffer.readUInt32LE(8)).toBe(version);
      expect(statSync(compiled).size).toBeGreaterThan(1024 * 1024);
    },
    EXPORT_MS,
  );

  test('asks the keystore first, and tells the database its key before anything else', async () => {
    const phone = await start(await unpack());
    await phone.shows(sessionWords.signIn);
    const { journal } = phone;
    // Beside that the system is told which task it may start.
    expect(journal).toContain('task: wellpulse-sync');
    expect(journal.filter((what) => !what.startsWith('task: ')).slice(0, 6)).toEqual([
      ...['keystore: read device-key', 'keystore: write device-key'],
      ...['database: opened', 'database: the key', 'database: PRAGMA cipher_version'],
      expect.stringMatching(/^database: PRAGMA \w+ = /),
    ]);
    expect(journal.filter((what) => what === 'database: opened')).toHaveLength(1);
    expectNothingUnknown(phone);
  });

  test('asks for neither finger, place nor camera before its person does', async () => {
    const server = anOffice();
    const phone = await start(await unpack({ link: linkTo(server) }));
    await signIn(phone);
    const asked = () =>
      phone.journal.filter((what) =>
        /^(location|camera|reminders): the person|by a finger|at any other time/.test(what),
      );
    expect(asked()).toEqual([]);

    await phone.press(locationWords.turnOn);
    await phone.shows(locationWords.within('16 ft'));
    expect(asked()).toEqual(['location: the person is asked']);
    expectNothingUnknown(phone);
  });

  test('opens by a finger for whoever turned that on, and by the PIN once it knows another one', async () => {
    const { quick } = lockWords;
    const state = await unpack({ link: linkTo(anOffice()) });
    const first = await start(state);
    await signIn(first);
    expect(first.journal).toContain('screen: hidden from pictures');
    expect(first.journal.includes('screen: hidden in the list of apps')).toBe(platform === 'ios');
    await first.press(phoneWords.device);
    await first.press(quick.turnOn.FINGER);
    await first.shows(quick.pinOnce);
    first.screen.type(quick.pinOnce, PIN);
    await first.press(quick.turnOn.FINGER);
    await first.shows(quick.isOn);
    expect(first.journal.filter((what) => what === 'finger: asked')).toHaveLength(1);
    expectNothingUnknown(first);
    first.kill();

    // It asks at once, and syncing did not wait for it: the device's key is read without a finger.
    state.link = null;
    const second = await start(state);
    await second.shows(WELL.name);
    const asked = second.journal.indexOf('finger: asked');
    expect(second.journal.indexOf('database: opened')).toBeLessThan(asked);
    expectNothingUnknown(second);
    second.kill();

    state.fingers.known += 1;
    const third = await start(state);
    await third.shows(quick.troubles.GONE);
    third.screen.type(fieldWords.pin, PIN);
    await third.press(fieldWords.unlock);
    await third.shows(WELL.name);
    expect(third.journal).not.toContain('finger: asked');
    expectNothingUnknown(third);
  });

  test('keeps a reading over a start without a network, and sends it once there is one', async () => {
    const server = anOffice();
    const state = await unpack({ link: linkTo(server) });
    const first = await start(state);
    await signIn(first);
    state.link = null;
    await first.press(fieldWords.openWell(WELL.name));
    await first.shows(productNames.OIL);
    first.screen.type(productNames.OIL, '42.5');
    await first.press(formTexts.saveEntry);
    await first.shows(fieldWords.saved);
    first.kill();

    const second = await start(state);
    await second.shows(PUMPER.name);
    second.screen.type(fieldWords.pin, PIN);
    await second.press(fieldWords.unlock);
    await second.shows(fieldWords.waiting(1));
    expect(server.events).toEqual([]);
    state.link = linkTo(server);
    await second.press(deskWords.sync);
    await second.press(fieldWords.syncNow);
    await second.shows(fieldWords.allSent);
    expect(server.events).toMatchObject([{ aggregateId: WELL.id, payload: { oilVolume: 42.5 } }]);
    expectNothingUnknown(second);
  });

  test('asks for the camera when somebody takes a photo, and leaves none of it unsealed', async () => {
    const server = anOffice();
    const state = await unpack({ link: linkTo(server) });
    const phone = await start(state);
    await signIn(phone);
    state.link = null;
    await phone.press(fieldWords.openWell(WELL.name));
    await phone.press(fieldWords.takePhoto);
    await phone.until(() => phone.screen.views.includes('ViewManagerAdapter_ExpoCamera'));
    expect(phone.journal.filter((what) => what.startsWith('camera'))).toEqual([
      'camera: asked whether it is allowed',
      'camera: the person is asked',
    ]);
    phone.screen.tell('ViewManagerAdapter_ExpoCamera', 'topCameraReady');
    await phone.press(fieldWords.takeNow);
    await phone.press(fieldWords.keepPhoto);
    const kept = () => filesIn(join(state.folder, 'documents', 'photos'));
    await phone.until(() => kept().length === 1);
    await phone.until(() => filesIn(join(state.folder, 'cache')).length === 0);
    for (const bytes of kept()) {
      expect(bytes.subarray(0, 2).toString('hex')).not.toBe(JPEG);
      expect(bytes.includes('Exif')).toBe(false);
    }
    phone.screen.type(productNames.OIL, '42.5');
    await phone.press(formTexts.saveEntry);
    await phone.shows(fieldWords.photosWaiting(1));
    expectNothingUnknown(phone);
  });

  test.runIf(platform === 'ios')(
    'takes photos of the library without asking for it, leaves none of them unsealed, and says where none came',
    async () => {
      const state = await unpack({ link: linkTo(anOffice()) });
      const { library } = state;
      const phone = await start(state);
      await signIn(phone);
      await phone.press(fieldWords.openWell(WELL.name));
      state.library = () => Promise.reject(new Error('The photo is kept online'));
      await phone.press(phoneWords.choosePhoto);
      await phone.shows(phoneWords.photoNotGiven);
      state.library = library;
      await phone.press(phoneWords.choosePhoto);
      await phone.until(() => phone.screen.buttons.some((name) => name.includes('IMG_0042.HEIC')));
      await phone.until(() => filesIn(join(state.folder, 'documents', 'photos')).length === 1);
      await phone.until(() => filesIn(join(state.folder, 'cache')).length === 0);
      for (const bytes of filesIn(join(state.folder, 'documents', 'photos')))
        expect(bytes.subarray(0, 2).toString('hex')).not.toBe(JPEG);
      expect(phone.journal.filter((what) => /^(library|camera)/.test(what))).toEqual([
        ...[1, 2].map(() => expect.stringMatching(/^library: shown for .*"selectionLimit":\d+/)),
      ]);
      expectNothingUnknown(phone);
    },
  );

  test('writes nothing where SQLCipher was forgotten', async () => {
    const forgotten = await unpack({ hasSqlCipher: false });
    const phone = await start(forgotten);
    await phone.shows(deskWords.tryAgain);
    expect(statSync(join(forgotten.folder, 'databases', 'wellpulse.db')).size).toBe(0);
  });

  test('begins anew where the keystore lost the key before anybody signed in, and never after', async () => {
    const state = await unpack({ link: linkTo(anOffice()) });
    const first = await start(state);
    await first.shows(sessionWords.signIn);
    first.kill();
    state.keystore.clear();
    const anew = await start(state);
    await signIn(anew);
    expect(anew.journal).toContain('database: deleted');
    anew.kill();

    const kept = new Map(state.keystore);
    state.keystore.clear();
    const lost = await start(state);
    await lost.shows(phoneWords.keyLost.title);
    expect([lost.journal.includes('database: opened'), state.keystore.size]).toEqual([false, 0]);
    lost.kill();

    for (const [name, key] of kept) state.keystore.set(name, key);
    const again = await start(state);
    await again.shows(PUMPER.name);
    expectNothingUnknown(again);
  });
});
