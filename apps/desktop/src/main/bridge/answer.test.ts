import { OfflineClient } from '@wellpulse/offline';
import { nodeClock, nodePhotoFiles } from '@wellpulse/offline/node';
import { FakeServer, PUMPER } from '@wellpulse/offline/testing';
import { valuesFrom, WELL_VALUES } from '@wellpulse/contracts';
import { addDays, dayInZone } from '@wellpulse/domain';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { METHODS, NEWS, type Input, type MethodName, type Output } from '../../shared/bridge/contract.ts';
import { NAMES } from '../../shared/bridge/names.ts';
import { laptopPersonKeys } from '../keys/person-keys.ts';
import { openTries } from '../keys/slow-tries.ts';
import { storeInMemory } from '../keys/store-in-memory.fixture.ts';
import { FakeUpdates } from '../updates.fixture.ts';
import { openCipherSqlite } from '../storage/cipher-sqlite.ts';
import type { Office } from '@wellpulse/offline';
import { answer } from './answer.ts';
import { handlersOf } from './handlers.ts';
import type { Laptop } from './laptop.ts';

const WELL_ID = '01890000-0000-7000-8000-000000000001';
const PIN = '4711';
const folder = mkdtempSync(join(tmpdir(), 'wellpulse-bridge-'));
const server = new FakeServer();
const store = storeInMemory();
let client: OfflineClient;
const updates = new FakeUpdates();
let now = new Date();
/** What a person chooses in the system's window for files. */
let chosenFile: string | null = null;
/** What that window calls a file that is to be saved. */
let offeredName: string | null = null;

const derive = async (secret: string, salt: Uint8Array): Promise<Uint8Array> =>
  Uint8Array.from(
    { length: 32 },
    (_, index) => secret.charCodeAt(index % secret.length) ^ (salt[index % 16] ?? 0),
  );

/** As a program does that starts again on the same data. */
async function openLaptop(): Promise<Laptop> {
  client = await OfflineClient.open({
    driver: openCipherSqlite(join(folder, 'client.db'), new Uint8Array(32).fill(5)),
    transport: server,
    files: nodePhotoFiles(join(folder, 'photos')),
    clock: nodeClock,
    keys: laptopPersonKeys(join(folder, 'keys.json'), store, derive),
  });
  const nowhere = { server: null, tenant: null, suggestedServer: null };
  const office: Omit<Office, 'moveTo'> = { ...nowhere, transport: server };
  return {
    client,
    office: { ...office, moveTo: async (to) => void Object.assign(office, to) },
    tries: await openTries(join(folder, 'tries.json')),
    appVersion: '0.1.0',
    language: 'en-US',
    now: () => now,
    lock: () => client.sessions.lock(),
    hasKeyStore: true,
    keepSecret: async () => undefined,
    forgetSecret: async () => undefined,
    dialogs: {
      save: async ({ name }) => {
        offeredName = name;
        return chosenFile;
      },
      open: async () => chosenFile,
    },
    updates,
    onHandover: () => undefined,
  };
}

let laptop: Laptop;
beforeAll(async () => {
  const at = '2025-01-01T00:00:00.000Z';
  const values = valuesFrom(WELL_VALUES, { name: 'State #1', route: 'North', routePosition: 1 });
  server.addWell({
    id: WELL_ID,
    apiNumber: '42-165-12345',
    ...values,
    createdAt: at,
    updatedAt: at,
    version: 1,
  });
  laptop = await openLaptop();
});
afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

const ask = (name: unknown, input: unknown) => answer({ client, handlers: handlersOf(laptop) }, name, input);

/** Calls a method as the page does, and holds its answer to the contract. */
async function call<Name extends MethodName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const answered = await ask(name, input);
  if (!answered.ok) throw new Error(`${name}: ${JSON.stringify(answered.problem)}`);
  expect(METHODS[name].output.parse(answered.value)).toEqual(answered.value);
  return answered.value as Output<Name>;
}

const SIGN_IN = {
  server: 'https://wells.example.com',
  tenant: 'acme',
  email: PUMPER.email,
  password: 'correct horse battery',
  deviceName: 'Truck 7',
  secret: PIN,
};

test('the names of the preload are those of the contract', () => {
  expect(NAMES.methods).toEqual(Object.keys(METHODS));
  expect(NAMES.news).toEqual(Object.keys(NEWS));
});

test('what is entered is there after a restart, and asks for the person’s PIN first', async () => {
  expect((await call('program.start', {})).people).toEqual([]);
  const person = await call('people.signIn', SIGN_IN);
  await call('sync.now', {});
  const { company } = await call('program.start', {});
  const today = dayInZone(now.toISOString(), company?.timeZone ?? '');
  const day = addDays(today, -1);
  const [stop] = await call('records.route', { day });
  expect(stop).toMatchObject({ wellName: 'State #1', record: null });
  await call('drafts.write', { key: 'draft', text: '42.' });
  const entry = { productionDate: day, oilVolume: 42.5, gasVolume: null, waterVolume: null };
  const [saved] = await call('entries.save', [{ wellId: WELL_ID, entry, base: null, photos: [] }]);
  expect(saved?.kind).toBe('WAITS');

  await client.close();
  laptop = await openLaptop();
  const start = await call('program.start', {});
  expect(start).toMatchObject({ person: null, people: [{ id: person.id }] });
  await call('people.unlock', { userId: person.id, secret: PIN });
  expect(await call('drafts.all', {})).toEqual([['draft', '42.']]);
  const [reading] = await call('records.production', { wellId: WELL_ID, from: day, to: day });
  expect(reading).toMatchObject({ oilVolume: 42.5, isPending: true });
});

test('after some wrong PINs nobody is heard for a while, also after a restart', async () => {
  const userId = (await call('program.start', {})).people[0]?.id ?? '';
  const wrong = { userId, secret: '0000' };
  for (let round = 0; round < 3; round += 1) {
    expect(await ask('people.unlock', wrong)).toMatchObject({
      problem: { kind: 'REFUSED', refusal: { code: 'WRONG_SECRET' } },
    });
  }
  await client.close();
  laptop = await openLaptop();
  const right = { userId, secret: PIN };
  expect(await ask('people.unlock', right)).toMatchObject({
    problem: { kind: 'TOO_EARLY' },
  });
  now = new Date(now.getTime() + 6000);
  await call('people.unlock', right);
  expect((await call('program.start', {})).waitMs).toBe(0);
});

test('while nobody is at the laptop, it gives and takes nothing but what the lock screen needs', async () => {
  await call('people.lock', {});
  const locked = { ok: false, problem: { kind: 'REFUSED', refusal: { code: 'LOCKED' } } };
  expect(await ask('records.route', { day: '2025-10-20' })).toEqual(locked);
  expect(await ask('drafts.all', {})).toEqual(locked);
  const { people } = await call('program.start', {});
  await call('sync.status', {});
  expect(await call('updates.ready', {})).toBeNull();
  await call('people.unlock', { userId: people[0]?.id ?? '', secret: PIN });
});

test('a new version is offered to anybody, and nothing restarts without one', async () => {
  await call('updates.restart', {});
  expect(updates.restarts).toEqual([]);
  updates.downloaded('0.2.0');
  expect(await call('updates.ready', {})).toEqual({ version: '0.2.0' });
  await call('updates.restart', {});
  expect(updates.restarts).toEqual(['0.2.0']);
});

test('what the contract does not know does nothing', async () => {
  for (const [name, input] of [
    ['records.sql', {}],
    ['toString', {}],
    [7, {}],
    ['people.unlock', { userId: 'Joe', secret: PIN }],
    ['entries.save', []],
    ['drafts.write', { key: 'x', text: null, path: '/etc/passwd' }],
  ] as const) {
    expect(await ask(name, input)).toMatchObject({
      ok: false,
      problem: { kind: 'FAULT' },
    });
  }
});

const EMPTY_ENTRY = { gasVolume: null, waterVolume: null };
const NO_FILTER = { userId: null, status: null, eventType: null, day: null, record: '' };

/** Saves a reading that the office refuses. */
async function refused(day: string): Promise<string> {
  server.judge = ({ payload }) =>
    JSON.stringify(payload).includes(day) ? { code: 'WELL_PLUGGED', retryable: false } : undefined;
  await call('entries.save', [
    {
      wellId: WELL_ID,
      entry: { ...EMPTY_ENTRY, productionDate: day, oilVolume: 31 },
      base: null,
      photos: [],
    },
  ]);
  await call('sync.now', {});
  server.judge = () => undefined;
  const { items } = await call('sync.pending', { after: null });
  return items.find(({ status }) => status === 'FAILED')?.eventId ?? '';
}

test('what was refused is typed once more, sent again, or left out with a reason', async () => {
  const today = dayInZone(new Date().toISOString(), 'America/Chicago');
  await call('sync.now', {});
  const [first, second, third] = [addDays(today, -3), addDays(today, -4), addDays(today, -5)];

  const typed = await refused(first);
  expect(await call('sync.refused', { eventId: typed })).toMatchObject({
    payload: { oilVolume: 31 },
    wellName: 'State #1',
    personName: PUMPER.name,
    refusal: { code: 'WELL_PLUGGED' },
  });
  const entry = { ...EMPTY_ENTRY, productionDate: first, oilVolume: 32 };
  expect(
    await call('sync.reenterDay', { eventId: typed, wellId: WELL_ID, entry, base: null, photos: [] }),
  ).toMatchObject({ kind: 'WAITS', record: { oilVolume: 32 } });

  expect(await call('sync.sendAgain', { eventId: await refused(second) })).toEqual({ kind: 'SAVED' });
  await call('sync.skip', { eventId: await refused(third), reason: 'Entered twice' });

  await call('sync.now', {});
  expect((await call('sync.pending', { after: null })).items).toEqual([]);
  expect(await call('sync.refused', { eventId: typed })).toBeNull();
  const of = await call('activity.list', { filter: { ...NO_FILTER, status: 'SKIPPED' }, after: null });
  expect(of.items.map(({ day, skipReason }) => [day, skipReason])).toEqual([
    [third, 'Entered twice'],
    [second, 'ENTERED_AGAIN'],
    [first, 'ENTERED_AGAIN'],
  ]);
});

test('the log is told by person, state, kind, day and record, and is exported as it is shown', async () => {
  const count = async (filter: Partial<typeof NO_FILTER> | { readonly record: string }) =>
    (await call('activity.list', { filter: { ...NO_FILTER, ...filter }, after: null })).items.length;
  const all = await count({});
  expect(all).toBeGreaterThan(5);
  expect(await count({ record: 'state' })).toBe(all);
  expect(await count({ record: 'Cooper' })).toBe(0);
  const made = await call('activity.list', {
    filter: { ...NO_FILTER, userId: PUMPER.id, eventType: 'PRODUCTION_CREATED' },
    after: null,
  });
  expect(made.items.length).toBeGreaterThan(2);
  const elsewhen = { ...NO_FILTER, day: '2001-01-01' };
  expect((await call('activity.list', { filter: elsewhen, after: null })).items).toEqual([]);
  chosenFile = join(folder, 'activity.csv');
  expect(await call('activity.export', { filter: NO_FILTER })).toBe(all);
  const lines = readFileSync(chosenFile, 'utf8').trim().split('\r\n');
  expect(lines).toHaveLength(all + 1);
  expect(lines[0]).toContain('Person');
  expect(lines.join()).toContain('Entered twice');
  chosenFile = null;
  const real = now;
  now = new Date('2025-10-21T01:30:00Z');
  expect(await call('activity.export', { filter: NO_FILTER })).toBeNull();
  // Half past eight of the evening before, where the company is.
  expect(offeredName).toBe('activity-2025-10-20.csv');
  now = real;
  expect((await call('activity.archived', { after: null })).items).toEqual([]);
});

test('what waits travels as a file, and a file is read once however often it is chosen', async () => {
  const today = dayInZone(new Date().toISOString(), 'America/Chicago');
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  const entry = { ...EMPTY_ENTRY, productionDate: addDays(today, -6), oilVolume: 40 };
  await call('entries.save', [{ wellId: WELL_ID, entry, base: null, photos: [] }]);
  chosenFile = join(folder, 'truck-7.wellpulse');
  expect(await call('handover.export', { passphrase: 'short' })).toEqual({
    kind: 'FAILED',
    code: 'WEAK_PASSPHRASE',
  });
  const passphrase = 'a long passphrase';
  expect(await call('handover.export', { passphrase })).toEqual({ kind: 'DONE', events: 1, photos: 0 });
  expect(await call('handover.import', { passphrase: 'another passphrase' })).toEqual({
    kind: 'FAILED',
    code: 'WRONG_PASSPHRASE',
  });
  expect(await call('handover.import', { passphrase })).toMatchObject({
    kind: 'DONE',
    deviceName: 'Truck 7',
    events: 0,
    known: 1,
  });
  chosenFile = null;
  expect(await call('handover.import', { passphrase })).toEqual({ kind: 'CANCELLED' });
  server.onCall = (_, answers) => answers();
});
