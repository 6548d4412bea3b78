import { valuesFrom, WELL_VALUES, type Well } from '@wellpulse/contracts';
import { addDays, dayInZone, RECENT_DAYS } from '@wellpulse/domain';
import { OfflineClient } from '@wellpulse/offline';
import { nodeClock, nodePersonKeys, nodePhotoFiles } from '@wellpulse/offline/node';
import { FakeServer, PUMPER } from '@wellpulse/offline/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { METHODS, type Input, type MethodName, type Output } from '../../shared/bridge/contract.ts';
import { MOST_DAYS } from '../../shared/bridge/wells.ts';
import { openCipherSqlite } from '../storage/cipher-sqlite.ts';
import { alertHandlers } from './alerts.handlers.ts';
import { entryHandlers } from './entries.handlers.ts';
import { equipmentHandlers } from './equipment.handlers.ts';
import { historyHandlers } from './history.handlers.ts';
import { photoHandlers } from './photos.handlers.ts';
import { wellHandlers } from './wells.handlers.ts';

const folder = mkdtempSync(join(tmpdir(), 'wellpulse-work-'));
const server = new FakeServer();
let client: OfflineClient;

const aWell = (number: number, values: Pick<Well, 'name'> & Partial<Well>): Well => ({
  id: `01890000-0000-7000-8000-00000000000${String(number)}`,
  apiNumber: `42-165-1234${String(number)}`,
  ...valuesFrom(WELL_VALUES, values),
  createdAt: '2025-01-01T00:00:00.000Z',
  updatedAt: '2025-01-01T00:00:00.000Z',
  version: 1,
});
const STATE = aWell(1, { name: 'State #1', lease: 'Johnson', route: 'North', operatorIds: [PUMPER.id] });
const PENA = aWell(2, { name: 'Peña 14', lease: 'Ranch', status: 'SHUT_IN' });

beforeAll(async () => {
  for (const well of [STATE, PENA]) server.addWell(well);
  client = await OfflineClient.open({
    driver: openCipherSqlite(join(folder, 'client.db'), new Uint8Array(32).fill(5)),
    transport: server,
    files: nodePhotoFiles(join(folder, 'photos')),
    clock: nodeClock,
    keys: nodePersonKeys(join(folder, 'keys.json')),
  });
  const { email } = PUMPER;
  await client.sessions.register({
    tenant: 'acme',
    email,
    password: 'correct horse battery',
    deviceName: 'Truck 7',
    platform: 'ELECTRON',
  });
  await client.sync.syncNow();
});
afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

/** Calls a method with an input that is parsed as main does, and holds its answer to the contract. */
async function call<Name extends MethodName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const handlers: Readonly<Record<string, unknown>> = {
    ...wellHandlers({ client }),
    ...entryHandlers({ client }),
    ...equipmentHandlers({ client }),
    ...photoHandlers({ client }),
    ...historyHandlers({ client }),
    ...alertHandlers({ client }),
  };
  const handle = handlers[name] as (given: unknown) => Promise<Output<Name>>;
  const value = await handle(METHODS[name].input.parse(input));
  expect(METHODS[name].output.parse(value)).toEqual(value);
  return value;
}

const namesFound = async (text: string): Promise<string[]> =>
  (await call('wells.search', { text })).map(({ name }) => name);

test('a well is found by its name, lease or API number, however each is written', async () => {
  expect(await namesFound('')).toHaveLength(2);
  expect(await namesFound('pena')).toEqual(['Peña 14']);
  expect(await namesFound('johnson state')).toEqual(['State #1']);
  expect(await namesFound('42 165 12341')).toEqual(['State #1']);
  expect(await namesFound('4216512342 0000')).toEqual(['Peña 14']);
  expect(await namesFound('nobody')).toEqual([]);
  expect(await call('wells.get', { wellId: STATE.id })).toMatchObject({ name: 'State #1', isMine: true });
  expect(await call('wells.get', { wellId: PUMPER.id })).toBeNull();
});

test('of colleagues’ wells this laptop has few days, and says how many', async () => {
  // The day of the server's answers.
  const until = '2025-10-20';
  const held = (wellId: string, last: string) => call('wells.daysHeld', { wellId, until: last });
  expect(await held(STATE.id, until)).toBe(MOST_DAYS);
  expect(await held(PENA.id, until)).toBe(RECENT_DAYS);
  expect(await held(PENA.id, addDays(until, -RECENT_DAYS))).toBe(0);
});

test('a year of a well is the office’s, and nothing without a network', async () => {
  const asked = { wellId: STATE.id, from: '2024-10-21', to: '2025-10-20' };
  const year = {
    dates: ['2024-10-21'],
    oilVolume: [42.5],
    gasVolume: [null],
    waterVolume: [8.2],
    estimatedDates: [],
  };
  server.onCall = ({ path, params, query }, answer) => {
    if (path !== '/wells/:wellId/production/series') return answer();
    expect({ ...params, ...query }).toEqual(asked);
    return { kind: 'ANSWERED', status: 200, body: year, retryAfterSeconds: null, serverTime: asked.to };
  };
  expect(await call('wells.series', asked)).toEqual(year);
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  expect(await call('wells.series', asked)).toBeNull();
  server.onCall = (_, answer) => answer();
});

test('what stands at a well is added, changed, served with a photo, and due again', async () => {
  const values = valuesOf({ wellId: STATE.id, equipmentType: 'PUMP_JACK', serialNumber: 'PJ-1' });
  const saved = await call('equipment.save', { base: null, item: { kind: 'NEW', values } });
  if (saved.kind !== 'SAVED') throw new Error(saved.kind);
  const { record: base } = saved;
  const twin = await call('equipment.save', { base: null, item: { kind: 'NEW', values } });
  expect(twin).toMatchObject({ kind: 'REFUSED', errors: [{ path: 'serialNumber' }] });
  const change = { kind: 'CHANGE' as const, changes: { model: 'C-228', version: base.version } };
  await call('equipment.save', { base, item: change });

  const bytes = new Uint8Array([255, 216, 255, 1, 2, 3]);
  const kept = { bytes, contentType: 'image/jpeg' as const, takenAt: null, location: null };
  const photo = await call('photos.keep', kept);
  const today = dayInZone(new Date().toISOString(), 'America/Chicago');
  const said = { maintenanceDate: today, maintenanceType: 'ROUTINE' as const, description: 'Greased' };
  const logged = await call('equipment.log', { equipmentId: base.id, values: said, photos: [photo] });
  expect(logged.kind).toBe('SAVED');

  const known = await call('equipment.get', { equipmentId: base.id });
  expect(known).toMatchObject({
    item: { model: 'C-228', wellName: 'State #1', isPending: true, due: { dueStatus: 'SCHEDULED' } },
    logs: [{ description: 'Greased', createdByName: PUMPER.name }],
    serviceDays: { ROUTINE: 90 },
  });
  expect(known?.logs[0]?.photoUrls[0]?.endsWith(photo.sha256)).toBe(true);
  expect(await call('photos.show', { sha256: photo.sha256 })).toEqual({ bytes, contentType: 'image/jpeg' });
  expect(await call('photos.show', { sha256: '0'.repeat(64) })).toBeNull();
  expect(await call('equipment.list', { wellId: null, text: 'state pump' })).toMatchObject({
    items: [{ serialNumber: 'PJ-1' }],
    total: 1,
  });
  expect((await call('equipment.list', { wellId: PENA.id, text: '' })).total).toBe(0);
  expect(await call('equipment.due', {})).toEqual([]);

  const steps = await call('history.of', { kind: 'ITEM', equipmentId: base.id });
  expect(steps.map(({ eventType }) => eventType)).toEqual([
    'EQUIPMENT_CREATED',
    'EQUIPMENT_UPDATED',
    'EQUIPMENT_MAINTENANCE_LOGGED',
  ]);
  expect(steps[1]).toMatchObject({
    userName: PUMPER.name,
    isPending: true,
    changes: [{ field: 'model', from: null, to: 'C-228' }],
  });
});

test('a photo that nobody wants any more is gone', async () => {
  const bytes = new Uint8Array([255, 216, 255, 9]);
  const photo = await call('photos.keep', {
    bytes,
    contentType: 'image/jpeg',
    takenAt: null,
    location: null,
  });
  await call('photos.discard', { photoId: photo.photoId });
  expect(await call('photos.show', { sha256: photo.sha256 })).toBeNull();
  expect(METHODS['photos.keep'].input.safeParse({ bytes: new Uint8Array() }).success).toBe(false);
});

test('a reading is corrected and taken back, and its history on this laptop says so', async () => {
  const day = addDays(dayInZone(new Date().toISOString(), 'America/Chicago'), -1);
  const entry = { productionDate: day, oilVolume: 40, gasVolume: null, waterVolume: null };
  const [first] = await call('entries.save', [{ wellId: STATE.id, entry, base: null, photos: [] }]);
  if (first?.kind !== 'WAITS') throw new Error(first?.kind);
  const { id, version } = first.record;
  const corrected = { ...entry, oilVolume: 42 };
  await call('entries.save', [{ wellId: STATE.id, entry: corrected, base: { id, version }, photos: [] }]);
  expect(await call('entries.remove', { wellId: STATE.id, day })).toBeNull();
  const steps = await call('history.of', { kind: 'READING', wellId: STATE.id, day });
  expect(steps.map(({ eventType }) => eventType)).toEqual([
    'PRODUCTION_CREATED',
    'PRODUCTION_UPDATED',
    'PRODUCTION_DELETED',
  ]);
  expect(steps[1]?.changes).toEqual([{ field: 'oilVolume', from: 40, to: 42 }]);
});

test('without an open alert there is none', async () => {
  expect(await call('alerts.open', {})).toEqual([]);
});

const valuesOf = (values: { wellId: string; equipmentType: 'PUMP_JACK'; serialNumber: string }) => ({
  assetTag: null,
  manufacturer: null,
  model: null,
  installationDate: null,
  status: 'OPERATIONAL' as const,
  serviceIntervalDays: null,
  ...values,
});
