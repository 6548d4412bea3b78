import { recoveredOfferSchema, type SyncChange } from '@wellpulse/contracts';
import { expect, test } from 'vitest';
import { aDevice, aServer, aWell, WELL_ID } from '../../offline-client.fixture.ts';
import { answered, FOREMAN, problem } from '../../testing/fake-server.ts';

const TIME = '2025-10-20T15:00:00.000Z';
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
  expect(offers).toMatchObject([{ id: live.id, version: 2, deleted: true, data: { oilVolume: 40 } }]);
});

test('what was offered is offered again after another restore, and a later state of it in its place', async () => {
  const before = [reading(1, '2025-10-18', 3, { oilVolume: 60 }), reading(2, '2025-10-17', 3)];
  const after = [reading(1, '2025-10-18', 1), reading(2, '2025-10-17', 1)];
  const device = await aDeviceAfterRestore([well, ...before], [well, ...after]);
  const { client, server, offers } = device;
  let lineage = FLOOR;
  let pages: (readonly SyncChange[] | null)[] = [
    null,
    [well, ...after],
    [reading(2, '2025-10-17', FLOOR, { oilVolume: 71 })],
    null,
    [well, ...after],
  ];
  const usual = server.onCall;
  server.onCall = (call, answer) => {
    if (call.path !== '/sync/changes') return usual(call, answer);
    const [page = []] = pages;
    pages = pages.slice(1);
    if (page === null) {
      server.lineage = lineage;
      lineage += 1000;
      return problem(410, 'LOG_REPLACED');
    }
    return answered(200, { changes: page, nextCursor: '9', hasMore: false, serverTime: TIME });
  };
  await client.sync.syncNow();
  expect(offers.splice(0)).toMatchObject([{ version: 3 }, { version: 3 }]);
  await client.sync.syncNow();
  expect(offers).toEqual([]);
  await client.sync.syncNow();
  expect(offers).toMatchObject([
    { id: idOf(1), version: 3, data: { oilVolume: 60 } },
    { id: idOf(2), version: FLOOR, data: { oilVolume: 71 } },
  ]);
});
