/** What a person at the laptop does with a conflict, without a network. */
import { keptConflictSchema, valuesFrom, WELL_VALUES, type Conflict } from '@wellpulse/contracts';
import { OfflineClient } from '@wellpulse/offline';
import { nodeClock, nodePersonKeys, nodePhotoFiles } from '@wellpulse/offline/node';
import { answered, FakeServer, FOREMAN, PUMPER } from '@wellpulse/offline/testing';
import { aConflict, anOpenConflict } from '@wellpulse/testing/a-conflict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openCipherSqlite } from './storage/cipher-sqlite.ts';
import { conflictHandlers } from './bridge/conflicts.handlers.ts';

const WELL_ID = '01890000-0000-7000-8000-000000000001';
const DAY = '2025-10-19';
const AT = '2025-01-01T00:00:00.000Z';
const root = mkdtempSync(join(tmpdir(), 'wellpulse-conflicts-'));
const clients: OfflineClient[] = [];
afterAll(async () => {
  for (const client of clients) await client.close();
  rmSync(root, { recursive: true });
});

interface Given {
  readonly conflict: Partial<Conflict>;
  /** The oil of the day as the office has it; null for a reading that is deleted. */
  readonly oil: number | null;
  readonly who?: typeof PUMPER;
}

/** A laptop that has heard of one conflict about a day, and has no network since. */
async function aLaptop({ conflict, oil, who = PUMPER }: Given) {
  const folder = join(root, String(clients.length));
  const server = new FakeServer();
  server.addWell({
    id: WELL_ID,
    apiNumber: '42-165-12345',
    ...valuesFrom(WELL_VALUES, { name: 'State #1' }),
    createdAt: AT,
    updatedAt: AT,
    version: 1,
  });
  const base = conflict.status === 'OPEN' ? anOpenConflict(conflict) : aConflict(conflict);
  const kept = keptConflictSchema.parse({
    ...base,
    wellId: WELL_ID,
    productionDate: DAY,
    incoming: { ...base.incoming, userId: PUMPER.id },
  });
  server.onCall = (call, answer) => {
    const reply = answer();
    if (call.path !== '/sync/changes' || reply.kind !== 'ANSWERED') return reply;
    const page = reply.body as { changes: object[] };
    const change = { entity: 'CONFLICT', id: kept.id, version: 1, deleted: false, data: kept };
    return answered(200, { ...page, changes: [...page.changes, change] });
  };
  const client = await OfflineClient.open({
    driver: openCipherSqlite(`${folder}.db`, new Uint8Array(32).fill(5)),
    transport: server,
    files: nodePhotoFiles(join(folder, 'photos')),
    clock: nodeClock,
    keys: nodePersonKeys(`${folder}.json`),
  });
  clients.push(client);
  const { email } = who;
  const credentials = { tenant: 'acme', email, password: 'correct horse battery' };
  await client.sessions.register({ ...credentials, deviceName: 'Truck 7', platform: 'ELECTRON' });
  await client.sync.syncNow();
  const entry = { productionDate: DAY, oilVolume: oil ?? 1 };
  await client.record({ eventType: 'PRODUCTION_CREATED', aggregateId: WELL_ID, payload: entry });
  if (oil === null) {
    const payload = { productionDate: DAY };
    await client.record({ eventType: 'PRODUCTION_DELETED', aggregateId: WELL_ID, payload });
  }
  await client.sync.syncNow();
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  const handlers = conflictHandlers({ client, now: () => new Date() });
  const { items } = await handlers['conflicts.list']({ isOpen: kept.status === 'OPEN', after: null });
  return {
    line: items[0],
    undo: () => handlers['conflicts.undo']({ conflictId: kept.id }),
    oilOfDay: async () => {
      const rows = await client.records.production(WELL_ID, { from: DAY, to: DAY }).all();
      return rows.map(({ oilVolume }) => oilVolume);
    },
  };
}

test('what gave way is entered anew, and the author of a side may choose where nobody has', async () => {
  const settled = await aLaptop({ conflict: {}, oil: 45 });
  expect(settled.line).toMatchObject({ mayUndo: true, mayChoose: false });
  expect(await settled.undo()).toEqual({ refused: null });
  expect(await settled.oilOfDay()).toEqual([40]);
  const open = await aLaptop({ conflict: { status: 'OPEN' }, oil: 40 });
  expect(open.line).toMatchObject({ mayUndo: false, mayChoose: true });
});

test('a reading that a deletion took away is brought back', async () => {
  const { line, undo, oilOfDay } = await aLaptop({
    conflict: { eventType: 'PRODUCTION_DELETED', incomingData: { productionDate: DAY } },
    oil: null,
  });
  expect(line).toMatchObject({ mayUndo: true });
  expect(await oilOfDay()).toEqual([]);
  expect(await undo()).toEqual({ refused: null });
  expect(await oilOfDay()).toEqual([40]);
});

test('a deletion that gave way is done after all by those alone who may delete what others entered', async () => {
  const conflict = {
    eventType: 'PRODUCTION_DELETED',
    incomingData: { productionDate: DAY },
    outcome: 'SKIP',
  } as const;
  const pumper = await aLaptop({ conflict, oil: 40 });
  expect(pumper.line).toMatchObject({ mayUndo: false });
  expect(await pumper.undo()).toMatchObject({ refused: { code: 'CONFLICT_NOT_FOUND' } });
  expect(await pumper.oilOfDay()).toEqual([40]);
  const foreman = await aLaptop({ conflict, oil: 40, who: FOREMAN });
  expect(foreman.line).toMatchObject({ mayUndo: true });
  expect(await foreman.undo()).toEqual({ refused: null });
  expect(await foreman.oilOfDay()).toEqual([]);
});
