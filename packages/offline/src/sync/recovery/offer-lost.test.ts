import { recoveredOfferSchema, recoveredRecordSchema, type SyncChange } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { aDevice, aServer, aWell, WELL_ID } from '../../offline-client.fixture.ts';
import { answered, FOREMAN, problem } from '../../testing/fake-server.ts';

const TIME = '2025-10-20T15:00:00.000Z';
const DELETED_AT = '2025-10-19T15:00:00.000Z';
const FLOOR = 183_000_000;
const idOf = (number: number) => `01890000-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`;

const reading = (
  number: number,
  productionDate: string,
  version: number,
  { oilVolume = 40, updatedAt = TIME } = {},
): SyncChange => ({
  entity: 'PRODUCTION',
  id: idOf(number),
  version,
  deleted: false,
  data: {
    id: idOf(number),
    wellId: WELL_ID,
    productionDate,
    oilVolume,
    entryMethod: 'MANUAL',
    createdBy: FOREMAN.id,
    updatedBy: FOREMAN.id,
    createdAt: updatedAt,
    updatedAt,
    version,
  },
});
const well: SyncChange = { entity: 'WELL', id: WELL_ID, version: 1, deleted: false, data: { ...aWell() } };
const deleted = (change: SyncChange, version: number): SyncChange => ({
  ...change,
  version,
  deleted: true,
  deletedAt: DELETED_AT,
  data: null,
});

/** A device that has pulled `before` from a server that was put back then, and gives `after`. */
async function aDeviceAfterRestore(before: readonly SyncChange[], after: readonly SyncChange[]) {
  const device = await aDevice(aServer());
  const { client, server } = device;
  let pages: (readonly SyncChange[] | null)[] = [before, null, after];
  const offers: unknown[] = [];
  let hears = true;
  server.onCall = (call, answer) => {
    if (call.path === '/sync/known') return answered(200, { settled: [] });
    if (call.path === '/sync/recovered') {
      if (!hears) return { kind: 'NO_ANSWER' };
      const { records } = recoveredOfferSchema.parse(call.body);
      offers.push(...records);
      return answered(200, { kept: records.length, refused: [] });
    }
    if (call.path !== '/sync/changes') return answer();
    const [page = []] = pages;
    pages = pages.slice(1);
    if (page === null) {
      server.lineage = FLOOR;
      return problem(410, 'LOG_REPLACED');
    }
    return answered(200, { changes: page, nextCursor: '9', hasMore: false, serverTime: TIME });
  };
  await client.sync.syncNow();
  return {
    ...device,
    offers,
    setHears: (does: boolean) => {
      hears = does;
    },
  };
}

test('what the server may have lost is offered once: all that differs or is gone, and nothing else', async () => {
  const [older, anew, gone, taken] = [
    reading(1, '2025-10-18', 3, { oilVolume: 60 }),
    reading(2, '2025-10-17', 2, { oilVolume: 61 }),
    reading(3, '2025-10-16', 1),
    reading(4, '2025-10-15', 1),
  ];
  const same = reading(5, '2025-10-14', 1);
  const newer = reading(6, '2025-10-13', 1);
  const beyond = reading(7, '2024-01-01', 1, { updatedAt: '2024-01-02T15:00:00.000Z' });
  const corrected = reading(8, '2024-01-03', 2);
  const { client, offers } = await aDeviceAfterRestore(
    [well, older, anew, gone, taken, same, newer, beyond, corrected],
    [
      well,
      reading(1, '2025-10-18', 1),
      reading(9, '2025-10-17', FLOOR),
      reading(4, '2025-10-15', 1),
      same,
      reading(6, '2025-10-13', 2),
    ],
  );
  await client.sync.syncNow();
  expect(offers).toMatchObject([
    { id: older.id, version: 3, deleted: false, data: { oilVolume: 60 } },
    { id: anew.id, version: 2, data: { oilVolume: 61 } },
    { id: gone.id, version: 1 },
    { id: newer.id, version: 1 },
    { id: corrected.id, version: 2 },
  ]);
  const told = offers.length;
  await client.sync.syncNow();
  expect(offers).toHaveLength(told);
});

test.each([
  ['the record is there again', [reading(1, '2025-10-18', 1)]],
  ['another device may bring the record again', []],
])('a deletion that was lost is offered, and all waits until it is heard: %s', async (_, restored) => {
  const live = reading(1, '2025-10-18', 1);
  const device = await aDeviceAfterRestore([well, live], [well, live]);
  const { client, server, offers, setHears } = device;
  let pages: (readonly SyncChange[] | null)[] = [[deleted(live, 2)], null, [well, ...restored]];
  const usual = server.onCall;
  server.onCall = (call, answer) => {
    if (call.path !== '/sync/changes') return usual(call, answer);
    const [page = []] = pages;
    pages = pages.slice(1);
    if (page === null) return problem(410, 'LOG_REPLACED');
    return answered(200, { changes: page, nextCursor: '9', hasMore: false, serverTime: TIME });
  };
  await client.sync.syncNow();
  setHears(false);
  await client.sync.syncNow();
  expect(offers).toEqual([]);
  setHears(true);
  await client.sync.syncNow();
  const data = { oilVolume: 40, deletedAt: DELETED_AT };
  expect(offers).toMatchObject([{ id: live.id, version: 2, deleted: true, data }]);
});

test('a deletion of which an older server did not say when it was is offered without that, and of what stands none is kept', async () => {
  const [first, second] = [reading(1, '2025-10-18', 1), reading(2, '2025-10-17', 1)];
  const { deletedAt: _, ...untold } = deleted(first, 2);
  const device = await aDeviceAfterRestore([well, first, second], [well]);
  const standsAgain = reading(2, '2025-10-17', 3, { oilVolume: 50 });
  pullsThen(device, [[first, second], [untold, deleted(second, 2)], [standsAgain], null, [well]]);
  const { client, offers } = device;
  for (let syncs = 0; syncs < 3; syncs += 1) await client.sync.syncNow();
  offers.length = 0;
  await client.sync.syncNow();
  const told = z.array(recoveredRecordSchema).parse(offers);
  expect(told).toMatchObject([
    { id: first.id, version: 2, deleted: true },
    { id: second.id, version: 3, deleted: false, data: { oilVolume: 50 } },
  ]);
  expect(told.map(({ data }) => 'deletedAt' in data)).toEqual([false, false]);
});

/** The next pulls bring `pages`; null is a restore of the server, which the device meets with that pull. */
function pullsThen(
  { server }: Awaited<ReturnType<typeof aDeviceAfterRestore>>,
  pages: readonly (readonly SyncChange[] | null)[],
): void {
  let lineage = FLOOR;
  const left = [...pages];
  const usual = server.onCall;
  server.onCall = (call, answer) => {
    if (call.path !== '/sync/changes') return usual(call, answer);
    const [page = []] = left.splice(0, 1);
    if (page === null) {
      server.lineage = lineage;
      lineage += 1000;
      return problem(410, 'LOG_REPLACED');
    }
    return answered(200, { changes: page, nextCursor: '9', hasMore: false, serverTime: TIME });
  };
}

test('what was offered is offered again after another restore, and a later state of it too', async () => {
  const before = [reading(1, '2025-10-18', 3, { oilVolume: 60 }), reading(2, '2025-10-17', 3)];
  const after = [reading(1, '2025-10-18', 1), reading(2, '2025-10-17', 1)];
  const device = await aDeviceAfterRestore([well, ...before], [well, ...after]);
  const { client, offers } = device;
  const later = reading(2, '2025-10-17', FLOOR, { oilVolume: 71 });
  pullsThen(device, [null, [well, ...after], [later], null, [well, ...after]]);
  await client.sync.syncNow();
  expect(offers.splice(0)).toMatchObject([{ version: 3 }, { version: 3 }]);
  await client.sync.syncNow();
  expect(offers).toEqual([]);
  await client.sync.syncNow();
  expect(offers).toMatchObject([
    { id: idOf(1), version: 3, data: { oilVolume: 60 } },
    { id: idOf(2), version: 3, data: { oilVolume: 40 } },
    { id: idOf(2), version: FLOOR, data: { oilVolume: 71 } },
  ]);
});

test.each([
  ['ahead when the next restore comes', ['2025-10-20T14:30:00.000Z', '2027-10-20T14:30:00.000Z']],
  ['behind when the offer is heard', ['2023-10-20T14:30:00.000Z', '2025-10-20T14:30:00.000Z']],
])('a clock that is two years %s ends no offer early', async (_, [offering = '', restored = '']) => {
  const lost = reading(1, '2025-10-18', 1);
  const device = await aDeviceAfterRestore([well, lost], [well]);
  const { client, clock, offers } = device;
  clock.set(offering);
  pullsThen(device, [null, [well], null, [well]]);
  await client.sync.syncNow();
  expect(offers.splice(0)).toMatchObject([{ id: lost.id, version: 1 }]);
  clock.set(restored);
  await client.sync.syncNow();
  expect(offers).toMatchObject([{ id: lost.id, version: 1 }]);
});

test.each([
  ['29 days', 'is offered again', '2025-11-18T15:00:00.000Z', 1],
  ['31 days', 'is kept no more', '2025-11-20T15:00:00.000Z', 0],
])('%s after the server has heard of it, what was lost %s', async (_days, _what, later, times) => {
  const device = await aDeviceAfterRestore([well, reading(1, '2025-10-18', 1)], [well]);
  const { client, server, offers } = device;
  pullsThen(device, [null, [well], null, [well]]);
  await client.sync.syncNow();
  expect(offers.splice(0)).toHaveLength(1);
  const before = server.onCall;
  server.onCall = async (call, answer) => {
    const reply = await before(call, answer);
    return reply.kind === 'ANSWERED' ? { ...reply, serverTime: later } : reply;
  };
  await client.sync.syncNow();
  expect(offers).toHaveLength(times);
});

test('a state that the server still has takes the place of none that an earlier restore lost', async () => {
  const typed = reading(1, '2025-10-18', 2, { oilVolume: 627 });
  const restored = reading(1, '2025-10-18', 1, { oilVolume: 4 });
  const device = await aDeviceAfterRestore([well, typed], []);
  const { client, offers } = device;
  pullsThen(device, [null, [well, restored], null, [well, reading(1, '2025-10-18', FLOOR)]]);
  await client.sync.syncNow();
  expect(offers.splice(0)).toMatchObject([{ id: typed.id, version: 2, data: { oilVolume: 627 } }]);
  await client.sync.syncNow();
  expect(offers).toMatchObject([
    { id: typed.id, version: 2, data: { oilVolume: 627 } },
    { id: typed.id, version: 1, data: { oilVolume: 4 } },
  ]);
});

test('of many records each state is offered once, also where one request ends between two of a record', async () => {
  const days = Array.from({ length: 41 }, (_, index) => addDays('2025-10-18', -index));
  const all = (version: number): SyncChange[] => days.map((day, index) => reading(index + 1, day, version));
  // One more record before them, with one state, so that requests of an even length part two states.
  const single = reading(0, '2025-10-19', 2);
  const device = await aDeviceAfterRestore([well, single, ...all(2)], []);
  const { client, offers } = device;
  pullsThen(device, [null, [well, ...all(1)], null, [well, ...all(FLOOR)]]);
  await client.sync.syncNow();
  offers.length = 0;
  await client.sync.syncNow();
  const told = z.array(recoveredRecordSchema).parse(offers);
  expect(told.map(({ id, version }) => `${id} ${version}`)).toEqual([
    `${single.id} 2`,
    ...days.flatMap((_, index) => [`${idOf(index + 1)} 2`, `${idOf(index + 1)} 1`]),
  ]);
});
