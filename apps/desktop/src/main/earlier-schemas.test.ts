/**
 * Data of each earlier schema opens, encrypted as this app keeps it (ADR 113). `earlier-schemas` holds a laptop of each schema that was the
 * newest since the app began, with an entry that waits. `KEEP_SCHEMA=1` adds that of today; a kept one is never made anew.
 */
import { valuesFrom, WELL_VALUES } from '@wellpulse/contracts';
import { FakeServer, migrate, MIGRATIONS, PUMPER } from '@wellpulse/offline/testing';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fetchOfFake } from './fetch-of-fake.fixture.ts';
import { openHost } from './laptop-host.ts';
import { FakeUpdates } from './updates.fixture.ts';
import { openCipherSqlite } from './storage/cipher-sqlite.ts';

const KEPT = join(import.meta.dirname, 'earlier-schemas');
const NEWEST = String(MIGRATIONS.at(-1)?.number ?? 0);
const WELL_ID = '01890000-0000-7000-8000-000000000001';
const AT = '2025-01-01T00:00:00.000Z';
const PIN = '4711';
const PHOTO = new Uint8Array(20_000).fill(65);
const READING = { productionDate: '2025-10-19', oilVolume: 42.5, gasVolume: null, waterVolume: null };

const root = mkdtempSync(join(tmpdir(), 'wellpulse-schemas-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** The system's store of an account that lives as long as this file. */
const store = {
  wrap: async (text: string) => Buffer.from(text).toString('base64'),
  unwrap: async (wrapped: string) => Buffer.from(wrapped, 'base64').toString(),
};
const derive = async (secret: string, salt: Uint8Array): Promise<Uint8Array> =>
  createHash('sha256').update(secret).update(salt).digest();

function anOffice(): FakeServer {
  const server = new FakeServer();
  const values = valuesFrom(WELL_VALUES, { name: 'State #1', route: 'North', routePosition: 1 });
  const stamps = { createdAt: AT, updatedAt: AT, version: 1 };
  server.addWell({ id: WELL_ID, apiNumber: '42-165-12345', ...values, ...stamps });
  return server;
}

async function aLaptop(folder: string, server: FakeServer) {
  const host = await openHost({
    folder,
    store,
    derive,
    fetchWith: fetchOfFake(server),
    appVersion: '0.1.0',
    language: 'en-US',
    dialogs: { save: async () => null, open: async () => null },
    updates: new FakeUpdates(),
    onHandover: () => undefined,
    onStatus: () => undefined,
    onLocked: () => undefined,
  });
  const call = async (name: string, input: object): Promise<unknown> => {
    const answered = await host.answer(name, input);
    if (!answered.ok) throw new Error(`${name}: ${JSON.stringify(answered.problem)}`);
    return answered.value;
  };
  return { host, call };
}

const credentials = (deviceName: string | null) => ({
  server: 'https://wells.example.com',
  tenant: 'acme',
  email: PUMPER.email,
  password: 'correct horse',
  deviceName,
  secret: PIN,
});

/** A laptop with a reading and its photo that the office has not heard of. */
async function keep(folder: string): Promise<void> {
  const server = anOffice();
  const { host, call } = await aLaptop(folder, server);
  await call('people.signIn', credentials('Truck 7'));
  await call('sync.now', {});
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  const kept = await call('photos.keep', {
    bytes: PHOTO,
    contentType: 'image/jpeg',
    takenAt: null,
    location: null,
  });
  await call('entries.save', [{ wellId: WELL_ID, entry: READING, base: null, photos: [kept] }]);
  await host.close();
  for (const name of readdirSync(folder).filter((each) => each.startsWith('ballast'))) {
    rmSync(join(folder, name), { recursive: true });
  }
}

test('a laptop of each schema since the first opens, and sends what waits on it', async () => {
  const newest = join(KEPT, NEWEST);
  if (!existsSync(newest) && process.env['KEEP_SCHEMA'] === '1') await keep(newest);
  const kept = readdirSync(KEPT);
  expect(kept, 'Run this file once with KEEP_SCHEMA=1').toContain(NEWEST);
  for (const schema of kept) {
    const folder = join(root, schema);
    cpSync(join(KEPT, schema), folder, { recursive: true });
    const server = anOffice();
    server.onCall = () => ({ kind: 'NO_ANSWER' });
    const { host, call } = await aLaptop(folder, server);
    expect(await call('program.start', {})).toMatchObject({ trouble: null, people: [{ id: PUMPER.id }] });
    await call('people.unlock', { userId: PUMPER.id, secret: PIN });
    expect(await call('sync.status', {})).toMatchObject({ pendingEvents: 1, waitingPhotos: 1, damage: null });
    const range = { from: READING.productionDate, to: READING.productionDate };
    expect(await call('records.production', { wellId: WELL_ID, ...range })).toMatchObject([
      { oilVolume: READING.oilVolume },
    ]);
    const sha256 = createHash('sha256').update(PHOTO).digest('hex');
    expect(await call('photos.show', { sha256 })).toMatchObject({ bytes: PHOTO });
    server.onCall = (_, answer) => answer();
    // A session that lay in a drawer is over: the person signs in again. The sync that began before may still be on its way.
    await call('people.signIn', credentials(null));
    const arrived = async () => {
      await call('sync.now', {});
      return server.events.map(({ payload }) => payload);
    };
    await expect
      .poll(arrived, { timeout: 10_000, message: schema })
      .toMatchObject([{ oilVolume: READING.oilVolume }]);
    await host.close();
  }
});

test('the encrypted database of each earlier schema is brought up to date', async () => {
  const key = new Uint8Array(32).fill(7);
  for (let made = 1; made <= MIGRATIONS.length; made += 1) {
    const path = join(root, `${String(made)}.db`);
    const old = openCipherSqlite(path, key);
    await migrate(old, AT, MIGRATIONS.slice(0, made));
    const row = JSON.stringify({ id: 'a', name: 'a', route: null, routePosition: null });
    await old.execute('INSERT INTO wells (key, server_version, server_row) VALUES (?, 1, ?)', ['a', row]);
    await old.close();
    const driver = openCipherSqlite(path, key);
    await migrate(driver, AT);
    expect(await driver.query('SELECT key FROM wells')).toEqual([{ key: 'a' }]);
    expect(await driver.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    await driver.close();
  }
});
