import { addDays } from '@wellpulse/domain';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aDevice, aServer, aWell, DAY, recordOil, WELL_ID } from '../offline-client.fixture.ts';
import type { OfflineClient } from '../offline-client.ts';
import type { SqliteDriver } from '../ports/sqlite.ts';
import { openNodeSqlite } from '../node/index.ts';
import { PUMPER } from '../testing/fake-server.ts';
import { Listing } from './listing.ts';

const RECORDS = 1000;
const dayOf = (index: number): string => addDays('2015-01-01', index * 2);

/** A device with 1,000 readings that the server has, and the events that made them. */
async function aFullDevice() {
  const device = await aDevice();
  const driver = await openNodeSqlite(join(device.folder, 'device.db'));
  await driver.transaction(async (tx) => {
    for (let index = 0; index < RECORDS; index += 1) {
      const { key, row, event } = readingOf(index);
      await tx.execute(
        `INSERT INTO production_data (key, well_id, production_date, server_version, server_row) VALUES (?, ?, ?, 1, ?)`,
        [key, WELL_ID, row.productionDate, JSON.stringify(row)],
      );
      await tx.execute(
        `INSERT INTO event_log (id, device_id, device_sequence, user_id, event_type, aggregate_id, record_key,
           timestamp, event, signature, origin, status, settled_at, mirror_state)
         VALUES (?, 'other', ?, '', '', '', ?, '', ?, '', 'IMPORTED', 'SYNCED', '2025', 'CONTAINED')`,
        [event.id, index, `production|${key}`, JSON.stringify(event)],
      );
    }
  });
  await driver.close();
  return device;
}

function readingOf(index: number) {
  const id = `01890000-0000-7000-8000-1${String(index).padStart(11, '0')}`;
  const at = '2025-10-20T14:30:00.000Z';
  const reading = {
    productionDate: dayOf(index),
    oilVolume: 40,
    gasVolume: null,
    waterVolume: null,
    notes: null,
  };
  const record = { id, wellId: WELL_ID, ...reading, location: null, entryMethod: 'MANUAL' };
  return {
    key: `${WELL_ID}|${dayOf(index)}`,
    row: { ...record, createdBy: PUMPER.id, updatedBy: PUMPER.id, createdAt: at, updatedAt: at, version: 1 },
    event: { id, payload: reading },
  };
}

const correct = (client: OfflineClient, productionDate: string, oilVolume: number) =>
  client.record({
    eventType: 'PRODUCTION_UPDATED',
    aggregateId: WELL_ID,
    payload: { productionDate, oilVolume },
  });
const remove = (client: OfflineClient, productionDate: string) =>
  client.record({ eventType: 'PRODUCTION_DELETED', aggregateId: WELL_ID, payload: { productionDate } });

async function pagesOf<Item>(list: Listing<Item>, limit: number, between = async (_page: number) => {}) {
  const items: Item[] = [];
  let after: string | null = null;
  for (let page = 0; page === 0 || after !== null; page += 1) {
    const read: Awaited<ReturnType<Listing<Item>['page']>> = await list.page({ after, limit });
    expect(read.items.length).toBeLessThanOrEqual(limit);
    items.push(...read.items);
    after = read.next;
    await between(page);
  }
  return items;
}

test('pages over 1,000 records show each once, while others come, change and go', async () => {
  const { client } = await aFullDevice();
  const removed = dayOf(3);
  const seen = await pagesOf(client.records.production(WELL_ID), 37, async (page) => {
    // Days between those that stand, on both sides of the place that was reached.
    await recordOil(client, 1, addDays(dayOf(page), 1));
    await recordOil(client, 1, addDays(dayOf(RECORDS - 1 - page), 1));
    await correct(client, dayOf(page + 10), 50 + page);
    if (page === 5) await remove(client, removed);
  });
  const days = seen.map(({ productionDate }) => productionDate);
  expect(days).toEqual([...new Set(days)].sort().reverse());
  const standing = Array.from({ length: RECORDS }, (_, index) => dayOf(index)).filter(
    (day) => day !== removed,
  );
  expect(days).toEqual(expect.arrayContaining(standing));
  expect(days).not.toContain(removed);
  expect(seen.find(({ productionDate }) => productionDate === dayOf(20))?.oilVolume).toBe(60);
});

test('a stream shows each record once, and the newest events do not push the old ones back', async () => {
  const { client } = await aFullDevice();
  const before = (await client.events.list().all()).map(({ event }) => event.id);
  expect(before).toHaveLength(RECORDS);
  const seen: string[] = [];
  for await (const { event } of client.events.list()) {
    seen.push(event.id);
    if (seen.length % 100 === 0) await recordOil(client, 1, addDays(dayOf(seen.length), 1));
  }
  expect(seen).toEqual(before);
});

test('whoever stops early has read one part of the list', async () => {
  const limits: number[] = [];
  const endless = new Listing(async (after, limit) => {
    limits.push(limit);
    const start = Number(after?.[0] ?? 0);
    return Array.from({ length: limit }, (_, index) => ({ item: start + index, key: [start + index + 1] }));
  });
  const seen: number[] = [];
  for await (const item of endless) {
    seen.push(item);
    if (item === 700) break;
  }
  expect(seen).toEqual(Array.from({ length: 701 }, (_, index) => index));
  expect(limits).toEqual([501, 501]);
});

test('wells come in route order on pages of any size: without a position or a route last', async () => {
  const server = aServer();
  const places = [
    ['South', 2],
    ['North', null],
    [null, 1],
    ['South', null],
    [null, null],
    ['North', 7],
    ['South', 1],
  ] as const;
  const ids = places.map(() => crypto.randomUUID());
  places.forEach(([route, routePosition], index) => {
    server.addWell(aWell({ id: ids[index] ?? '', name: `Well ${index}`, route, routePosition }));
  });
  const { client } = await aDevice(server);
  const names = ['Acme #1', 'Well 5', 'Well 1', 'Well 6', 'Well 0', 'Well 3', 'Well 2', 'Well 4'];
  for (const limit of [1, 2, 3, 8, 9]) {
    expect((await pagesOf(client.records.wells(), limit)).map(({ name }) => name)).toEqual(names);
  }

  server.addWell(aWell({ id: ids[2] ?? '', name: 'Well 2', route: 'North', routePosition: 9, version: 2 }));
  await client.sync.syncNow();
  const moved = (await client.records.wells().all()).map(({ name }) => name);
  expect(moved.slice(0, 4)).toEqual(['Acme #1', 'Well 5', 'Well 2', 'Well 1']);
});

test('the pending list is the same on pages of any size: entries, the line about photos, single photos', async () => {
  const { client, folder } = await aDevice();
  for (let day = 1; day <= 3; day += 1) await recordOil(client, 40, addDays(DAY, -day));
  const driver = await openNodeSqlite(join(folder, 'device.db'));
  for (let photo = 0; photo < 5; photo += 1) {
    await driver.execute(
      `INSERT INTO photos (photo_id, equipment_id, sha256, size_bytes, content_type, path, created_at, needs_person)
       VALUES (?, 'item', '', 1000, 'image/jpeg', '', '2025-10-20', ?)`,
      [`photo ${photo}`, photo < 2 ? 0 : 1],
    );
  }
  await driver.close();
  const all = await client.pendingList().all();
  expect(all.map(({ content, photoId }) => photoId ?? content.kind)).toEqual([
    'ENTRY',
    'ENTRY',
    'ENTRY',
    'PHOTOS',
    'photo 2',
    'photo 3',
    'photo 4',
  ]);
  for (let limit = 1; limit <= 8; limit += 1) expect(await pagesOf(client.pendingList(), limit)).toEqual(all);
});

test('a cursor of another list, or of none, is refused', async () => {
  const { client } = await aDevice();
  const { records } = client;
  await expect(records.production(WELL_ID).page({ after: 'x' })).rejects.toThrow(RangeError);
  await expect(records.production(WELL_ID).page({ after: '{}' })).rejects.toThrow(RangeError);
  await expect(records.wells().page({ after: '["a"]' })).rejects.toThrow('of another list');
  await expect(records.wells().page({ limit: 0 })).rejects.toThrow(RangeError);
});

test('no list is sorted or read whole for a page of it', async () => {
  const { reopen, client } = await aDevice();
  await client.close();
  const queries: [string, readonly (string | number | Uint8Array | null)[]][] = [];
  let driver: SqliteDriver | undefined;
  const again = await reopen((opened) => {
    driver = opened;
    return {
      ...opened,
      execute: (...args) => opened.execute(...args),
      transaction: (run) => opened.transaction(run),
      close: () => opened.close(),
      query: (text, params = []) => {
        queries.push([text, params]);
        return opened.query(text, params);
      },
    };
  });
  queries.length = 0;
  const { records, events } = again;
  const lists: [Listing<unknown>, string][] = [
    [records.wells(), '["a","b"]'],
    [records.wellsNamed('acme #1'), '["a","b"]'],
    [records.production(WELL_ID), '["a"]'],
    [records.productionOfDay(DAY), '["a"]'],
    [records.equipment(WELL_ID), '["a","b"]'],
    [records.maintenance(WELL_ID), '["a","b"]'],
    [records.conflicts(), '["a"]'],
    [records.alerts(), '["a"]'],
    [records.daySheet(DAY), '["a","b"]'],
    [records.due(), '["a","b"]'],
    [events.list(), '[1]'],
    [events.list({ status: 'PENDING' }), '[1]'],
    [events.list({ record: { kind: 'production', key: `${WELL_ID}|${DAY}` } }), '[1]'],
    [events.archived(), '["a",1,"b"]'],
    [again.pendingList(), '[1]'],
  ];
  for (const [list] of lists) await list.page();
  const first = queries.length;
  for (const [list, after] of lists) await list.page({ after });
  const plans = await Promise.all(
    queries.map(async ([text, params]) => {
      // How many photos wait is counted whole: few ever do. There is one device. `is_stale` looks for what is due to be worked out.
      if (/"photos"|"device"|is_stale/.test(text)) return '';
      const plan = (await driver?.query(`EXPLAIN QUERY PLAN ${text}`, params)) ?? [];
      return `${text}: ${plan.map(({ detail }) => String(detail)).join('; ')}`;
    }),
  );
  expect(plans.filter((plan) => plan.includes('TEMP B-TREE'))).toEqual([]);
  expect(plans.slice(first).filter((plan) => /SCAN (?!\(subquery)/.test(plan))).toEqual([]);
  expect(plans.slice(first).filter((plan) => plan.includes('SEARCH'))).toHaveLength(lists.length);
  // Of two upper bounds, the index would take either: each page of a long list would be read from its beginning.
  const bounds = queries.slice(first).map(([text]) => text.match(/\bkey <=? /g)?.length ?? 0);
  expect(Math.max(...bounds)).toBe(1);
  expect(queries.filter(([text]) => / between /i.test(text))).toEqual([]);
});
