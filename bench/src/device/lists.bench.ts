/** Lists on a device that holds 100,000 of everything: the first page, the whole list as a stream, and in one piece. */
import { addDays, routeOrderKey } from '@wellpulse/domain';
import { OfflineClient, type Listing, type SqliteExecutor } from '@wellpulse/offline';
import { fetchTransport } from '@wellpulse/offline/fetch';
import { nodeClock, nodePersonKeys, nodePhotoFiles, openNodeSqlite } from '@wellpulse/offline/node';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { today } from '../day.ts';
import { milliseconds, timeOnce, timeRepeated } from '../measure.ts';
import type { Figure } from '../report.ts';

const COUNT = 100_000;
/** How often the memory is looked at. */
const SAMPLED_EACH = 10_000;
const WELL_ID = '01890000-0000-7000-8000-000000000001';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

export async function benchLists(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'wellpulse-lists-'));
  const file = path.join(folder, 'device.db');
  const client = await OfflineClient.open({
    driver: await openNodeSqlite(file),
    // Nothing is sent: there is no server.
    transport: fetchTransport('http://127.0.0.1:9'),
    files: nodePhotoFiles(path.join(folder, 'photos')),
    clock: nodeClock,
    keys: nodePersonKeys(path.join(folder, 'keys.json')),
  });
  try {
    await fill(file);
    return [
      ...(await measureList('wells', client.records.wells())),
      ...(await measureList('readings of a well', client.records.production(WELL_ID))),
      ...(await measureList('events', client.events.list())),
      ...(await measureList('pending entries', client.pendingList())),
      ...(await measureList('wells of a day sheet', client.records.daySheet(today()))),
      {
        name: `What is due, worked out for ${COUNT.toLocaleString('en')} items at once`,
        measured: milliseconds(await timeOnce(() => client.records.due().page({ limit: 1 }))),
        beside: '-',
        floor: '-',
      },
      ...(await measureList('items that are due', client.records.due())),
      ...(await measureList('items of a well', client.records.equipment(WELL_ID))),
      ...(await measureList('services of an item', client.records.maintenance(WELL_ID))),
    ];
  } finally {
    await client.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureList(name: string, list: Listing<unknown>): Promise<Figure[]> {
  const { p50, p95 } = await timeRepeated(20, () => list.page({ limit: 100 }));
  let count = 0;
  let most = 0;
  const before = liveMegabytes();
  const streamed = await timeOnce(async () => {
    for await (const _ of list) {
      count += 1;
      if (count % SAMPLED_EACH === 0) most = Math.max(most, liveMegabytes() - before);
    }
  });
  let whole: unknown[] = [];
  const atOnce = await timeOnce(async () => {
    whole = await list.all();
  });
  const held = liveMegabytes() - before;
  if (count !== COUNT || whole.length !== COUNT) throw new Error(`Of ${COUNT} ${name}, ${count} were listed`);
  const figure = (what: string, measured: string, beside: string): Figure => ({
    name: `${what} of ${COUNT.toLocaleString('en')} ${name}`,
    measured,
    beside,
    floor: '-',
  });
  return [
    figure('First 100', `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`, '-'),
    figure('Stream', `${milliseconds(streamed)}, ${megabytes(most)} held`, '-'),
    figure('Array', `${milliseconds(atOnce)}, ${megabytes(held)} held`, '-'),
  ];
}

/** What is in use and no garbage. */
function liveMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

const megabytes = (value: number): string => `${Math.max(0, value).toFixed(1)} MiB`;

/** Straight into the tables: recording 100,000 entries is measured elsewhere. */
async function fill(file: string): Promise<void> {
  const driver = await openNodeSqlite(file);
  await driver.transaction(async (tx) => {
    await tx.execute(
      `INSERT INTO device (id, device_id, tenant_id, tenant_slug, tenant_name, time_zone, name, platform, last_sequence)
       VALUES (1, ?, ?, 'acme', 'Acme', 'America/Chicago', 'Bench', 'ELECTRON', ?)`,
      [WELL_ID, WELL_ID, COUNT],
    );
    for (let index = 0; index < COUNT; index += 1) {
      const id = `0189${index.toString(16).padStart(4, '0').slice(-4)}-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
      const day = addDays('1900-01-01', index);
      await fillItem(tx, id, index);
      await tx.execute(
        'INSERT INTO production_data (key, well_id, production_date, server_version, server_row) VALUES (?, ?, ?, 1, ?)',
        [`${WELL_ID}|${day}`, WELL_ID, day, JSON.stringify(readingOf(id, day))],
      );
      const event = {
        ...eventOf(id, index),
        payload: { productionDate: day, oilVolume: 42.5, gasVolume: 120 },
      };
      await tx.execute(
        `INSERT INTO event_log (id, device_id, device_sequence, user_id, event_type, aggregate_id, record_key,
           timestamp, event, signature, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OWN')`,
        [
          id,
          event.deviceId,
          index + 1,
          event.userId,
          event.eventType,
          WELL_ID,
          `production|${WELL_ID}|${day}`,
          event.timestamp,
          JSON.stringify(event),
          'ab'.repeat(32),
        ],
      );
    }
  });
  await driver.close();
}

/** A well, an item of `WELL_ID` that is due since 1990, and a service of another item. */
async function fillItem(tx: SqliteExecutor, id: string, index: number): Promise<void> {
  const well = {
    id,
    name: `Well ${index}`,
    route: `Route ${index % 50}`,
    routePosition: index,
    status: 'ACTIVE',
  };
  await tx.execute('INSERT INTO wells (key, route_order, server_version, server_row) VALUES (?, ?, 1, ?)', [
    index === 0 ? WELL_ID : id,
    routeOrderKey(well),
    JSON.stringify(well),
  ]);
  const item = {
    id,
    wellId: WELL_ID,
    equipmentType: 'PUMP_JACK',
    serialNumber: `PJ-${index}`,
    status: 'OPERATIONAL',
    installationDate: '1990-01-01',
    serviceIntervalDays: 90,
  };
  await tx.execute('INSERT INTO equipment (key, server_version, server_row) VALUES (?, 1, ?)', [
    id,
    JSON.stringify(item),
  ]);
  const log = {
    id,
    equipmentId: WELL_ID,
    maintenanceDate: addDays('1900-01-01', index),
    description: 'Greased',
  };
  await tx.execute(
    'INSERT INTO equipment_maintenance (key, equipment_id, server_version, server_row) VALUES (?, ?, 1, ?)',
    [id, WELL_ID, JSON.stringify(log)],
  );
}

const readingOf = (id: string, productionDate: string) => ({
  id,
  wellId: WELL_ID,
  productionDate,
  oilVolume: 42.5,
  gasVolume: 120,
  waterVolume: 8.2,
  notes: null,
  location: null,
  entryMethod: 'MOBILE',
  createdBy: WELL_ID,
  updatedBy: WELL_ID,
  createdAt: '2025-10-20T14:30:00.000Z',
  updatedAt: '2025-10-20T14:30:00.000Z',
  version: 1,
});

const eventOf = (id: string, index: number) => ({
  id,
  tenantId: WELL_ID,
  deviceId: WELL_ID,
  deviceSequence: index + 1,
  userId: WELL_ID,
  eventType: 'PRODUCTION_CREATED',
  aggregateId: WELL_ID,
  baseVersion: 0,
  timestamp: '2025-10-20T14:30:00.000Z',
});
