import {
  DEFAULT_SERVICE_INTERVALS,
  DUE_STATUSES,
  EQUIPMENT_FIELDS,
  EQUIPMENT_TYPES,
  MAINTENANCE_FIELDS,
  tenantSettingsSchema,
  valuesFrom,
  type Equipment,
  type Maintenance,
  type ServiceIntervals,
} from '@wellpulse/contracts';
import { addDays, compareDue, dueDay, dueItem, routeOrderKey } from '@wellpulse/domain';
import { testSeed, times } from '@wellpulse/testing/depth';
import fc from 'fast-check';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aDevice, aWell, DAY, WELL_ID } from '../offline-client.fixture.ts';
import { openNodeSqlite } from '../node/index.ts';
import type { SqliteDriver } from '../ports/sqlite.ts';

const AT = '2025-10-01T12:00:00.000Z';
const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(DAY, days));
const drawnItem = fc.record({
  wellId: fc.constantFrom(0, 0, 0, 1, 2),
  equipmentType: fc.constantFrom(...EQUIPMENT_TYPES),
  installationDate: fc.option(day),
  serviceIntervalDays: fc.option(fc.constantFrom(1, 14, 15, 3650)),
  logs: fc.array(
    fc.record({
      maintenanceDate: fc.integer({ min: -3, max: 0 }).map((days) => addDays(DAY, days)),
      nextMaintenanceDate: fc.option(day),
      createdAt: fc.constantFrom(AT, '2025-10-01T12:00:00.001Z', '2025-10-02T00:00:00.000Z'),
    }),
    { maxLength: 4 },
  ),
});
const stamps = { createdBy: WELL_ID, updatedBy: WELL_ID, createdAt: AT, updatedAt: AT, version: 1 };

const WELLS = [
  aWell(),
  aWell({ id: crypto.randomUUID(), name: 'Acme #2', route: 'South' }),
  aWell({ id: crypto.randomUUID(), name: 'Acme #3' }),
];
const wellOf = (id: string) => WELLS.find((well) => well.id === id) ?? aWell();
/** The third well is deleted. */
const isGone = (wellId: string): boolean => wellId === WELLS[2]?.id;

const drawItems = () =>
  fc
    .sample(drawnItem, { seed: testSeed, numRuns: times(250, 5000) })
    .map(({ logs, wellId, ...given }, index) => {
      const values = {
        ...given,
        wellId: WELLS[wellId]?.id ?? '',
        serialNumber: `PJ-${index}`,
        status: 'OPERATIONAL',
      } as const;
      const item: Equipment = { id: crypto.randomUUID(), ...valuesFrom(EQUIPMENT_FIELDS, values), ...stamps };
      return {
        item,
        isWellDeleted: isGone(item.wellId),
        logs: logs.map((log): Maintenance => ({
          id: crypto.randomUUID(),
          equipmentId: item.id,
          ...valuesFrom(MAINTENANCE_FIELDS, { ...log, maintenanceType: 'ROUTINE', description: 'Greased' }),
          photoUrls: [],
          createdBy: WELL_ID,
          createdAt: log.createdAt,
          updatedAt: log.createdAt,
          version: 1,
        })),
      };
    });
type Drawn = ReturnType<typeof drawItems>[number];

const put = (driver: SqliteDriver, { item, logs }: Drawn) =>
  driver.transaction(async (tx) => {
    await tx.execute(
      `INSERT INTO equipment (key, server_version, server_row) VALUES (?, 1, ?)
       ON CONFLICT DO UPDATE SET server_row = excluded.server_row`,
      [item.id, JSON.stringify(item)],
    );
    for (const log of logs) {
      await tx.execute(
        'INSERT OR IGNORE INTO equipment_maintenance (key, equipment_id, server_version, server_row) VALUES (?, ?, 1, ?)',
        [log.id, item.id, JSON.stringify(log)],
      );
    }
  });

const listOf = (drawn: readonly Drawn[], defaults: ServiceIntervals) =>
  drawn
    .flatMap((serviced) => {
      const dueOn = dueDay(serviced, defaults);
      if (dueOn === null) return [];
      const lastMaintenanceDate =
        serviced.logs
          .map((log) => log.maintenanceDate)
          .sort()
          .at(-1) ?? null;
      return [dueItem(serviced.item, wellOf(serviced.item.wellId), { dueOn, lastMaintenanceDate }, DAY)];
    })
    .sort(compareDue);

test('what is due on a device is what the rule says, also after items, logs, wells and intervals change', async () => {
  const { client, folder } = await aDevice();
  const driver = await openNodeSqlite(join(folder, 'device.db'));
  const lists = async () => {
    const read = async (filter: Parameters<typeof client.records.due>[0]) =>
      (await client.records.due(filter).all()).map(({ isPending: _, ...item }) => item);
    return Promise.all(DUE_STATUSES.map((status) => read({ status })));
  };
  const expectRule = async (items: readonly Drawn[], defaults: ServiceIntervals) => {
    const due = listOf(items, defaults);
    expect(await lists()).toEqual(
      DUE_STATUSES.map((status) => due.filter(({ dueStatus }) => dueStatus === status)),
    );
  };
  try {
    const drawn = drawItems();
    // Some items come before their well, as they do in a feed.
    for (const item of drawn.slice(0, 50)) await put(driver, item);
    await lists();
    for (const well of WELLS.slice(1)) {
      await driver.execute(
        'INSERT INTO wells (key, route_order, server_version, server_row) VALUES (?, ?, 1, ?)',
        [well.id, routeOrderKey(well), JSON.stringify({ ...well, deleted: isGone(well.id) })],
      );
    }
    for (const item of drawn.slice(50)) await put(driver, item);
    await expectRule(drawn, DEFAULT_SERVICE_INTERVALS);

    const changed = drawn.map((one, index): Drawn => {
      const other = drawn[drawn.length - 1 - index] ?? one;
      if (index % 3 === 0)
        return { ...one, item: { ...one.item, installationDate: DAY, serviceIntervalDays: 9 } };
      if (index % 3 === 1) return one;
      const more = other.logs.map((log) => ({ ...log, id: crypto.randomUUID(), equipmentId: one.item.id }));
      return { ...one, logs: [...one.logs, ...more] };
    });
    for (const item of changed) await put(driver, item);
    await expectRule(changed, DEFAULT_SERVICE_INTERVALS);

    const serviceIntervals = { TANK: { ROUTINE: 3 }, VALVE: { ROUTINE: 30 } };
    const settings = tenantSettingsSchema.parse({
      name: 'Acme',
      timeZone: 'America/Chicago',
      conflictPolicy: 'PROMPT',
      varianceThresholdPercent: 20,
      serviceIntervals,
      webDevices: true,
      version: 2,
      updatedAt: AT,
    });
    await driver.execute('UPDATE device SET settings = ?', [JSON.stringify(settings)]);
    await expectRule(changed, serviceIntervals);

    await driver.execute(
      `UPDATE wells SET server_row = json_set(server_row, '$.deleted', json('true')) WHERE key = ?`,
      [WELLS[1]?.id ?? ''],
    );
    const left = changed.map((one) =>
      one.item.wellId === WELLS[1]?.id ? { ...one, isWellDeleted: true } : one,
    );
    await expectRule(left, serviceIntervals);
    await driver.execute('DELETE FROM equipment');
    expect(await lists()).toEqual([[], [], []]);
  } finally {
    await driver.close();
  }
});

test('an item is due until its service is entered; the filters are by route, well and standing', async () => {
  const { client, server, clock } = await aDevice();
  server.addWell(aWell({ id: WELLS[1]?.id ?? '', name: 'Acme #2', route: 'South' }));
  await client.sync.syncNow();
  const add = async (wellId: string, serialNumber: string, installationDate: string): Promise<string> => {
    const aggregateId = crypto.randomUUID();
    const payload = {
      wellId,
      equipmentType: 'PUMP_JACK',
      serialNumber,
      installationDate,
      serviceIntervalDays: 10,
    } as const;
    expect(await client.record({ eventType: 'EQUIPMENT_CREATED', aggregateId, payload })).toMatchObject({
      ok: true,
    });
    return aggregateId;
  };
  const overdue = await add(WELL_ID, 'overdue', addDays(DAY, -11));
  await add(WELL_ID, 'today', addDays(DAY, -10));
  await add(WELLS[1]?.id ?? '', 'in 14 days', addDays(DAY, 4));
  await add(WELL_ID, 'in 15 days', addDays(DAY, 5));
  const due = async (filter: Parameters<typeof client.records.due>[0] = {}) =>
    (await client.records.due(filter).all()).map(({ serialNumber, daysLeft }) => [serialNumber, daysLeft]);

  expect(await due()).toEqual([
    ['overdue', -1],
    ['today', 0],
    ['in 14 days', 14],
  ]);
  expect(await due({ route: 'South' })).toEqual([['in 14 days', 14]]);
  expect(await due({ wellId: WELL_ID, status: 'DUE_SOON' })).toEqual([['today', 0]]);
  expect(await due({ status: 'SCHEDULED' })).toEqual([['in 15 days', 15]]);

  const payload = {
    maintenanceId: crypto.randomUUID(),
    maintenanceDate: DAY,
    maintenanceType: 'ROUTINE',
    description: 'Greased the bearings',
  } as const;
  await client.record({ eventType: 'EQUIPMENT_MAINTENANCE_LOGGED', aggregateId: overdue, payload });
  expect(await due({ wellId: WELL_ID })).toEqual([
    ['today', 0],
    ['overdue', 10],
  ]);
  // The next day begins in the tenant's zone, not in UTC.
  clock.set('2025-10-21T04:59:00.000Z');
  expect((await due())[0]).toEqual(['today', 0]);
  clock.set('2025-10-21T05:00:00.000Z');
  expect((await due())[0]).toEqual(['today', -1]);
});

test('a device that is not registered has nothing that is due', async () => {
  const { client, reopen } = await aDevice();
  await client.reset();
  await client.close();
  expect(await (await reopen()).records.due().all()).toEqual([]);
});
