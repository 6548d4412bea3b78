/** What a person at a device does with a conflict, without a network. */
import { keptConflictSchema, type Conflict } from '@wellpulse/contracts';
import { answered, FOREMAN, PUMPER, saveAtDashboard } from '@wellpulse/offline/testing';
import { aConflict, anOpenConflict } from '@wellpulse/testing/a-conflict';
import { expect, test } from 'vitest';
import { describeConflictStore, type ConflictStoreUnderTest } from '../../testing/index.ts';
import { aDevice, aNewDevice, WELL_ID, type Device } from '../device.fixture.ts';
import { deviceConflicts, deviceConflictStore } from './device-conflicts.ts';

const DAY = '2025-10-19';

interface Given {
  readonly conflict: Partial<Conflict>;
  /** The oil of the day as the office has it; null for a reading that is deleted. */
  readonly oil: number | null;
  readonly who?: typeof PUMPER;
}

/** A device that has heard of one conflict about a day, and has no network since. */
async function aDeviceWith({ conflict, oil, who = PUMPER }: Given) {
  const { client, server } = await aNewDevice();
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
  const credentials = { tenant: 'acme', email: who.email, password: 'correct horse battery' };
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
  const conflicts = deviceConflicts(client, () => new Date());
  const { items } = await conflicts.page({ isOpen: kept.status === 'OPEN', after: null });
  return {
    conflicts,
    line: items[0],
    undo: () => conflicts.undo(kept.id),
    oilOfDay: async () => {
      const rows = await client.records.production(WELL_ID, { from: DAY, to: DAY }).all();
      return rows.map(({ oilVolume }) => oilVolume);
    },
  };
}

test('what gave way is entered anew, and the author of a side may choose where nobody has', async () => {
  const settled = await aDeviceWith({ conflict: {}, oil: 45 });
  expect(settled.line).toMatchObject({ mayUndo: true, mayChoose: false });
  expect(await settled.undo()).toBeNull();
  expect(await settled.oilOfDay()).toEqual([40]);
  const open = await aDeviceWith({ conflict: { status: 'OPEN' }, oil: 40 });
  expect(open.line).toMatchObject({ mayUndo: false, mayChoose: true });
});

test('a reading that a deletion took away is brought back', async () => {
  const { line, undo, oilOfDay } = await aDeviceWith({
    conflict: { eventType: 'PRODUCTION_DELETED', incomingData: { productionDate: DAY } },
    oil: null,
  });
  expect(line).toMatchObject({ mayUndo: true });
  expect(await oilOfDay()).toEqual([]);
  expect(await undo()).toBeNull();
  expect(await oilOfDay()).toEqual([40]);
});

test('a deletion that gave way is done after all by those alone who may delete what others entered', async () => {
  const conflict = {
    eventType: 'PRODUCTION_DELETED',
    incomingData: { productionDate: DAY },
    outcome: 'SKIP',
  } as const;
  const pumper = await aDeviceWith({ conflict, oil: 40 });
  expect(pumper.line).toMatchObject({ mayUndo: false });
  expect(await pumper.undo()).toMatchObject({ code: 'CONFLICT_NOT_FOUND' });
  expect(await pumper.oilOfDay()).toEqual([40]);
  const foreman = await aDeviceWith({ conflict, oil: 40, who: FOREMAN });
  expect(foreman.line).toMatchObject({ mayUndo: true });
  expect(await foreman.undo()).toBeNull();
  expect(await foreman.oilOfDay()).toEqual([]);
});

test('what the rules settled is news until the person has looked', async () => {
  const { conflicts, line } = await aDeviceWith({ conflict: {}, oil: 45 });
  expect([line?.isNew, await conflicts.news()]).toEqual([true, 1]);
  await conflicts.looked();
  expect(await conflicts.news()).toBe(0);
});

function placeOf({ client, server, reopen }: Device): ConflictStoreUnderTest {
  return {
    store: deviceConflictStore(deviceConflicts(client, () => new Date())),
    aConflict: async (status) => {
      saveAtDashboard(server, WELL_ID, DAY, status === 'OPEN' ? 40 : 45);
      const conflict = status === 'OPEN' ? anOpenConflict() : aConflict();
      const kept = keptConflictSchema.parse({ ...conflict, wellId: WELL_ID, productionDate: DAY });
      server.records.addConflict({
        ...kept,
        recordId: server.records.production(WELL_ID, DAY)?.id ?? '',
        incoming: { ...kept.incoming, userId: PUMPER.id },
      });
      await client.sync.syncNow();
      return kept.id;
    },
    statusOf: async (conflictId) => (await client.records.conflict(conflictId))?.status ?? 'none',
    oilOf: async () => {
      const [row] = await client.records.production(WELL_ID, { from: DAY, to: DAY }).all();
      return row?.oilVolume ?? null;
    },
    hear: async () => {
      await client.sync.syncNow();
    },
    restart: async () => {
      await client.close();
      return placeOf({ client: await reopen(), server, reopen });
    },
  };
}

describeConflictStore('a device', { mayReopen: false }, async () => placeOf(await aDevice()));
