import {
  PRODUCTION_FIELDS,
  valuesFrom,
  WELL_STATUSES,
  type ProductionRecord,
  type Well,
} from '@wellpulse/contracts';
import {
  addDays,
  completeness,
  daySheetRows,
  LAST_MEASURED_WITHIN_DAYS,
  routeCompleteness,
  routeOrderKey,
} from '@wellpulse/domain';
import { testSeed, times } from '@wellpulse/testing/depth';
import fc from 'fast-check';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aDevice, aWell, DAY, recordOil, WELL_ID } from '../offline-client.fixture.ts';
import { openNodeSqlite } from '../node/index.ts';

const AT = '2025-10-20T14:30:00.000Z';
const drawnWell = fc.record({
  name: fc.constantFrom('Acme #2', 'Acme #10', 'acme #3', 'Peña 1'),
  route: fc.constantFrom(null, 'Route 2', 'Route 10', 'route 10'),
  routePosition: fc.constantFrom(null, 1, 2, 10),
  status: fc.constantFrom(...WELL_STATUSES),
  pluggedOn: fc.constantFrom(addDays(DAY, -1), DAY),
  oilVolume: fc.option(fc.integer({ min: 0, max: 90 })),
  earlier: fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 90 })), {
    maxLength: 3,
  }),
});

const readingOf = (wellId: string, productionDate: string, oilVolume: number): ProductionRecord => ({
  id: crypto.randomUUID(),
  wellId,
  ...valuesFrom(PRODUCTION_FIELDS, { productionDate, oilVolume, entryMethod: 'MOBILE' }),
  photoHashes: [],
  createdBy: WELL_ID,
  updatedBy: WELL_ID,
  createdAt: AT,
  updatedAt: AT,
  version: 1,
});

/** A device with drawn wells beside its own one, and with readings of `DAY` and of days before. */
async function aDeviceWithWells(count: number) {
  const device = await aDevice();
  const drawn = fc.sample(drawnWell, { seed: testSeed, numRuns: count });
  const wells: Well[] = [];
  const readings: ProductionRecord[] = [];
  for (const { oilVolume, earlier, pluggedOn: on, ...given } of drawn) {
    const id = crypto.randomUUID();
    wells.push(aWell({ id, ...given, pluggedOn: given.status === 'PLUGGED' ? on : null }));
    if (oilVolume !== null) readings.push(readingOf(id, DAY, oilVolume));
    for (const [ago, oil] of new Map(earlier)) readings.push(readingOf(id, addDays(DAY, -ago), oil));
  }
  const driver = await openNodeSqlite(join(device.folder, 'device.db'));
  await driver.transaction(async (tx) => {
    for (const well of wells) {
      await tx.execute(
        'INSERT INTO wells (key, route_order, server_version, server_row) VALUES (?, ?, 1, ?)',
        [well.id, routeOrderKey(well), JSON.stringify(well)],
      );
    }
    for (const reading of readings) {
      const { wellId, productionDate } = reading;
      await tx.execute(
        'INSERT INTO production_data (key, well_id, production_date, server_version, server_row) VALUES (?, ?, ?, 1, ?)',
        [`${wellId}|${productionDate}`, wellId, productionDate, JSON.stringify(reading)],
      );
    }
  });
  await driver.close();
  const isEarlier = ({ productionDate }: ProductionRecord): boolean =>
    productionDate < DAY && productionDate >= addDays(DAY, -LAST_MEASURED_WITHIN_DAYS);
  const ofDay = readings.filter(({ productionDate }) => productionDate === DAY);
  return {
    ...device,
    expected: daySheetRows(DAY, [aWell(), ...wells], ofDay, readings.filter(isEarlier)),
  };
}

test('the day sheet of a device is that of the rule, on pages of any size, and so is its completeness', async () => {
  const { client, expected } = await aDeviceWithWells(times(60, 600));
  for (const limit of [1, 7, 1000]) {
    const rows = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<ReturnType<typeof client.records.daySheet>['page']>> =
        await client.records.daySheet(DAY).page({ after, limit });
      rows.push(...page.items);
      after = page.next;
    } while (after !== null);
    expect(rows.map(({ isPending: _, ...row }) => row)).toEqual(expected);
  }
  const north = await client.records.daySheet(DAY, { route: 'Route 10' }).all();
  expect(north.map(({ wellId }) => wellId)).toEqual(
    expected.filter(({ route }) => route === 'Route 10').map(({ wellId }) => wellId),
  );

  const routes = await client.records.completeness(DAY);
  expect(routes).toEqual(routeCompleteness(expected).map(({ missing: _, ...route }) => route));
  const sum = (part: 'expected' | 'entered') => routes.reduce((total, route) => total + route[part], 0);
  expect({ expected: sum('expected'), entered: sum('entered') }).toEqual(completeness(expected));
});

test('an entry stands on the sheet at once, as one that the server has not got', async () => {
  const { client } = await aDevice();
  expect(await client.records.completeness(DAY)).toEqual([
    { route: 'North', expected: 1, entered: 0, lastEntryAt: null },
  ]);
  await recordOil(client, 42, addDays(DAY, -1));
  await recordOil(client, 40);
  expect(await client.records.daySheet(DAY).all()).toMatchObject([
    {
      wellName: 'Acme #1',
      record: { oilVolume: 40 },
      previous: { oilVolume: 42 },
      last: { oilVolume: 42 },
      isPending: true,
    },
  ]);
  expect(await client.records.completeness(DAY)).toMatchObject([{ expected: 1, entered: 1 }]);
});
