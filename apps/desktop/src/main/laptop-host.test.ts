import { PUMPER } from '@wellpulse/offline/testing';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storeInMemory } from './keys/store-in-memory.fixture.ts';
import { aLaptop, AT, call, WELL_ID } from './laptop.fixture.ts';
import { builtInServer } from './storage/built-in-server.ts';

const PASSPHRASE = 'seven trucks';
const signIn = (secret: string, deviceName: string | null = 'Truck 7') => ({
  server: 'https://wells.example.com',
  tenant: 'acme',
  email: PUMPER.email,
  password: 'correct horse battery',
  deviceName,
  secret,
});
const entry = { productionDate: '2025-10-19', oilVolume: 42.5, gasVolume: null, waterVolume: null };
const reading = { wellId: WELL_ID, entry, base: null, photos: [] };

test('without a store of the system a passphrase opens the data, and locking closes it', async () => {
  const { folder, server, start, reloads } = aLaptop(null);
  let host = await start();
  expect(await host.answer('people.signIn', signIn('4711'))).toMatchObject({
    problem: { refusal: { code: 'WEAK_SECRET', least: 8 } },
  });
  await call(host, 'people.signIn', signIn(PASSPHRASE));
  await call(host, 'sync.now', {});
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  await call(host, 'entries.save', [reading]);
  const client = host.client();
  await host.lock();
  expect([host.client(), reloads()]).toEqual([null, 1]);
  await expect(client?.records.wells().all()).rejects.toThrow();
  expect(await call(host, 'program.start', {})).toMatchObject({
    isClosed: true,
    people: [{ id: PUMPER.id, name: PUMPER.name }],
  });
  expect(await host.answer('sync.status', {})).toMatchObject({ problem: { refusal: { code: 'LOCKED' } } });

  // The same after a start: nothing on the disk opens the data but the passphrase.
  host = await start();
  expect(readdirSync(folder)).not.toContain('database.key');
  expect(await host.answer('people.unlock', { userId: PUMPER.id, secret: 'another one' })).toMatchObject({
    problem: { refusal: { code: 'WRONG_SECRET' } },
  });
  await call(host, 'people.unlock', { userId: PUMPER.id, secret: PASSPHRASE });
  expect((await call(host, 'sync.status', {})).pendingEvents).toBe(1);
});

test('the address that the program brings along is suggested, until somebody signed in elsewhere', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wellpulse-built-'));
  const built = async (manifest: object): Promise<string | null> => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    return builtInServer(folder);
  };
  expect(await built({ name: 'wellpulse' })).toBeNull();
  await expect(built({ office: 'wells.acme.example' })).rejects.toThrow('must be an origin');
  const office = 'https://wells.acme.example';
  expect(await built({ office })).toBe(office);
  rmSync(folder, { recursive: true });

  for (const store of [storeInMemory(), null]) {
    const { start } = aLaptop(store, office);
    let host = await start();
    expect(await call(host, 'program.start', {})).toMatchObject({ server: office, company: null });
    await call(host, 'people.signIn', signIn(PASSPHRASE));
    await host.close();
    host = await start();
    expect((await call(host, 'program.start', {})).server).toBe(signIn(PASSPHRASE).server);
  }
});

test('what is being saved when the program ends is saved', async () => {
  const { start } = aLaptop(storeInMemory());
  let host = await start();
  await call(host, 'people.signIn', signIn('4711'));
  await call(host, 'sync.now', {});
  const saving = host.answer('entries.save', [reading]);
  await host.close();
  expect(await saving).toMatchObject({ ok: true, value: [{ kind: 'WAITS' }] });

  host = await start();
  await call(host, 'people.unlock', { userId: PUMPER.id, secret: '4711' });
  const day = { wellId: WELL_ID, from: '2025-10-19', to: '2025-10-19' };
  expect(await call(host, 'records.production', day)).toMatchObject([{ oilVolume: 42.5 }]);
});

test('a new version is offered where the data is closed or in trouble too', async () => {
  const { folder, start, updates } = aLaptop(null);
  updates.downloaded('0.2.0');
  let host = await start();
  await call(host, 'people.signIn', signIn(PASSPHRASE));
  await host.lock();
  expect(await call(host, 'updates.ready', {})).toEqual({ version: '0.2.0' });
  await host.close();
  writeFileSync(join(folder, 'database.key'), 'a key');
  rmSync(join(folder, 'database-keys.json'));
  host = await start();
  expect(await call(host, 'program.start', {})).toMatchObject({ trouble: 'KEY_LOST' });
  await call(host, 'updates.restart', {});
  expect(updates.restarts).toEqual(['0.2.0']);
});

test('a forgotten PIN: signing in again gives a new one, and nothing that waits is lost', async () => {
  const { server, start } = aLaptop(storeInMemory());
  const host = await start();
  await call(host, 'people.signIn', signIn('4711'));
  await call(host, 'sync.now', {});
  await call(host, 'entries.save', [reading]);
  await host.lock();
  server.signingKey = 'BBECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
  await call(host, 'people.signIn', signIn('0815', null));
  await host.lock();
  expect((await host.answer('people.unlock', { userId: PUMPER.id, secret: '4711' })).ok).toBe(false);
  await call(host, 'people.unlock', { userId: PUMPER.id, secret: '0815' });
  await call(host, 'sync.now', {});
  expect(server.events.map(({ payload }) => payload)).toMatchObject([{ oilVolume: 42.5 }]);
});

test('a key that the system opens no more is said, and the data is put aside only when asked', async () => {
  const { folder, start } = aLaptop(storeInMemory());
  const host = await start();
  await call(host, 'people.signIn', signIn('4711'));
  await host.close();
  for (const store of [storeInMemory(), null]) {
    const later = await start(store);
    expect(await call(later, 'program.start', {})).toMatchObject({ trouble: 'KEY_LOST', person: null });
    expect((await later.answer('people.unlock', { userId: PUMPER.id, secret: '4711' })).ok).toBe(false);
    expect(readdirSync(folder)).toContain('client.db');
  }
  const anew = await start(storeInMemory());
  await call(anew, 'program.startAnew', {});
  expect(await call(anew, 'program.start', {})).toMatchObject({ trouble: null, people: [] });
  const [aside = ''] = readdirSync(folder).filter((name) => name.startsWith('aside-'));
  expect(readdirSync(join(folder, aside))).toEqual(expect.arrayContaining(['client.db', 'database.key']));
});

test('data of a newer program, and data that is no database, each have a screen of their own', async () => {
  const store = storeInMemory();
  const newer = aLaptop(store);
  let host = await newer.start();
  const { openCipherSqlite } = await import('./storage/cipher-sqlite.ts');
  await host.close();
  const key = Buffer.from(
    (await store.unwrap(readFileSync(join(newer.folder, 'database.key'), 'utf8'))) ?? '',
    'base64',
  );
  const path = join(newer.folder, 'client.db');
  const driver = openCipherSqlite(path, key);
  await driver.execute("insert into schema_migrations values (9999, 'later', '2030-01-01T00:00:00Z')");
  await driver.close();
  host = await newer.start();
  expect((await call(host, 'program.start', {})).trouble).toBe('NEWER');
  expect((await host.answer('program.startAnew', {})).ok).toBe(false);

  writeFileSync(path, Buffer.alloc(8192, 7));
  for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  await call(host, 'program.retry', {});
  expect((await call(host, 'program.start', {})).trouble).toBe('DAMAGED');
});

test('damaged pages of the encrypted data are made anew, and the former file is kept', async () => {
  const { folder, start } = aLaptop(storeInMemory());
  let host = await start();
  await call(host, 'people.signIn', signIn('4711'));
  await call(host, 'sync.now', {});
  await call(host, 'entries.save', [reading]);
  await host.close();
  const path = join(folder, 'client.db');
  const bytes = readFileSync(path);
  // The page that names the tables stays; every one after it that is an index or a table of the mirror goes.
  for (let page = 2; page * 4096 < bytes.length; page += 3) bytes.fill(0xa5, page * 4096, page * 4096 + 4096);
  writeFileSync(path, bytes);
  host = await start();
  const started = await call(host, 'program.start', {});
  expect(started.trouble).toBeNull();
  expect((await call(host, 'sync.status', {})).damage).not.toBeNull();
  expect(readdirSync(folder)).toContain('client.db-damaged');
});

test('a laptop that the office calls lost closes its keys, and its owner brings it back by signing in', async () => {
  const { server, start, reloads } = aLaptop(storeInMemory());
  let host = await start();
  await call(host, 'people.signIn', signIn('4711'));
  await call(host, 'sync.now', {});
  await call(host, 'entries.save', [reading]);
  server.onCall = ({ path }, answer) =>
    path.startsWith('/sync/')
      ? {
          kind: 'ANSWERED',
          status: 403,
          body: { type: 'about:blank', title: 'Revoked', status: 403, code: 'DEVICE_REVOKED' },
          retryAfterSeconds: null,
          serverTime: AT,
        }
      : answer();
  await call(host, 'sync.now', {});
  await expect.poll(reloads).toBe(1);
  expect(await call(host, 'program.start', {})).toMatchObject({ person: null, stopped: 'DEVICE_REVOKED' });
  expect((await host.answer('people.unlock', { userId: PUMPER.id, secret: '4711' })).ok).toBe(false);
  await host.close();
  host = await start();
  expect((await call(host, 'program.start', {})).lostAt).not.toBeNull();
  server.onCall = (_, answer) => answer();
  await call(host, 'people.signIn', signIn('4711', null));
  await call(host, 'sync.now', {});
  expect(server.events).toHaveLength(1);
  expect((await call(host, 'program.start', {})).lostAt).toBeNull();
});
