import { endpoints, type Dashboard } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { aWell, type WellInput } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { startBareApi } from '../support/harness.ts';
import { importCsv } from '../support/import-csv.ts';
import type { TestTenant } from '../support/tenants.ts';

const { wells, production, dashboard } = endpoints;
const api = await startBareApi();
afterAll(() => api.stop());

const TODAY = '2025-03-31';
const make = async (tenant: TestTenant, given: Partial<WellInput>): Promise<string> =>
  (await tenant.manager.ask(wells.create, { body: aWell(given) })).id;
const enter = (
  tenant: TestTenant,
  wellId: string,
  productionDate: string,
  oilVolume: number,
  gasVolume?: number,
) =>
  tenant.operator.ask(production.create, {
    params: { wellId },
    body: { productionDate, oilVolume, ...(gasVolume === undefined ? {} : { gasVolume }) },
  });
const home = (tenant: TestTenant, date = TODAY): Promise<Dashboard> =>
  tenant.viewer.ask(dashboard.home, { query: { date } });

test('completeness counts the active wells of each route, and names those that are missing in driving order', async () => {
  const tenant = await api.addTenant();
  const { operator } = tenant;
  const operatorIds = [operator.session.user.id];
  const third = await make(tenant, { name: 'Third', route: 'North', routePosition: 3 });
  const first = await make(tenant, { name: 'First', route: 'North', routePosition: 1, operatorIds });
  const second = await make(tenant, { name: 'Second', route: 'North', routePosition: 2, operatorIds });
  const loose = await make(tenant, { name: 'Loose' });
  await make(tenant, { name: 'Shut in', route: 'North', status: 'SHUT_IN' });
  await make(tenant, { name: 'Plugged', route: 'South', status: 'PLUGGED' });
  const { createdAt } = await enter(tenant, second, TODAY, 10);

  const { date, expected, entered, routes, wellCounts, openAlerts } = await home(tenant);
  expect({ date, expected, entered, openAlerts }).toEqual({
    date: TODAY,
    expected: 4,
    entered: 1,
    openAlerts: 0,
  });
  expect(routes).toEqual([
    {
      route: 'North',
      expected: 3,
      entered: 1,
      lastEntryAt: createdAt,
      operators: [operator.session.user.name],
      missing: [
        { wellId: first, wellName: 'First' },
        { wellId: third, wellName: 'Third' },
      ],
    },
    {
      route: null,
      expected: 1,
      entered: 0,
      lastEntryAt: null,
      operators: [],
      missing: [{ wellId: loose, wellName: 'Loose' }],
    },
  ]);
  expect(wellCounts).toEqual({ ACTIVE: 4, SHUT_IN: 1, INACTIVE: 0, PLUGGED: 1 });
});

test('totals: today, yesterday, the mean of the thirty days before, and the change of wells that have both days', async () => {
  const tenant = await api.addTenant();
  const [a, b] = [await make(tenant, { name: 'A' }), await make(tenant, { name: 'B' })];
  await enter(tenant, a, addDays(TODAY, -31), 1000);
  await enter(tenant, a, addDays(TODAY, -30), 30);
  await enter(tenant, a, addDays(TODAY, -1), 40);
  await enter(tenant, b, addDays(TODAY, -1), 60);
  await enter(tenant, a, TODAY, 44, 7);
  // Nor does a share of a month count, which nobody read off.
  const c = await tenant.manager.ask(wells.create, { body: aWell({ name: 'C' }) });
  await importCsv(
    tenant.manager,
    `well,day,oil,month\n${c.apiNumber},${addDays(TODAY, -31)},500,2025-02\n${c.apiNumber},${addDays(TODAY, -32)},1,\n`,
    {
      well: { column: 'well', by: 'API_NUMBER' },
      date: { column: 'day', format: 'yyyy-MM-dd' },
      oil: { column: 'oil', unit: 'BBL' },
      estimatedFrom: { column: 'month' },
    },
  );
  expect((await home(tenant, addDays(TODAY, -31))).totals.oil.changePercent).toBeNull();

  const { totals, openAlerts } = await home(tenant);
  // B has not been entered yet: the change is A's, 40 to 44.
  expect(totals.oil).toMatchObject({ today: 44, yesterday: 100, mean30: 65, changePercent: 10 });
  expect(totals.oil.trend).toHaveLength(31);
  expect([
    totals.oil.trend[0],
    totals.oil.trend[1],
    totals.oil.trend.at(-2),
    totals.oil.trend.at(-1),
  ]).toEqual([30, null, 100, 44]);
  expect(totals.gas).toMatchObject({ today: 7, yesterday: null, mean30: null, changePercent: null });
  expect(totals.water).toMatchObject({ today: null, yesterday: null, mean30: null });
  // From 1,000 to 30 a month ago.
  expect(openAlerts).toBe(1);
  expect((await home(tenant, '1900-01-01')).totals.oil.today).toBeNull();
});

test('a deleted well counts in no total', async () => {
  const tenant = await api.addTenant();
  const [kept, gone] = [await make(tenant, { name: 'Kept' }), await make(tenant, { name: 'Gone' })];
  for (const well of [kept, gone]) {
    await enter(tenant, well, addDays(TODAY, -1), 10);
    await enter(tenant, well, TODAY, well === kept ? 11 : 19);
  }
  await tenant.admin.ask(endpoints.wells.remove, { params: { wellId: gone } });
  expect((await home(tenant)).totals.oil).toMatchObject({ today: 11, yesterday: 10, changePercent: 10 });
});

test('the map shows the wells that have a place, how they stand and whether they were entered', async () => {
  const tenant = await api.addTenant();
  const place = { latitude: 31.8457, longitude: -102.3676 };
  const a = await make(tenant, { name: 'A', ...place, route: 'North' });
  await make(tenant, { name: 'B', ...place, status: 'SHUT_IN' });
  await make(tenant, { name: 'Nowhere' });
  await enter(tenant, a, addDays(TODAY, -1), 10);
  await enter(tenant, a, TODAY, 100);
  const { items } = await tenant.viewer.ask(dashboard.map, { query: { date: TODAY } });
  expect(items).toMatchObject([
    { id: a, name: 'A', ...place, status: 'ACTIVE', route: 'North', entered: true, openAlerts: 1 },
    { name: 'B', status: 'SHUT_IN', route: null, entered: false, openAlerts: 0 },
  ]);
});

test('the map shows where the day’s entries were made, by whom and how far from the well', async () => {
  const tenant = await api.addTenant();
  const place = { latitude: 31.8457, longitude: -102.3676 };
  const wellId = await make(tenant, { name: 'A', ...place, route: 'North' });
  const at = (time: string, distanceFeet: number | null) => ({
    ...place,
    accuracyFeet: 16,
    capturedAt: `${TODAY}T${time}:00.000Z`,
    distanceFeet,
  });
  const enterAt = (productionDate: string, location: ReturnType<typeof at>) =>
    tenant.operator.ask(production.create, {
      params: { wellId },
      body: { productionDate, oilVolume: 10, location },
    });
  await enterAt(addDays(TODAY, -1), at('12:00', 4));
  const { id } = await enterAt(TODAY, at('12:10', 365));
  const item = await tenant.operator.ask(endpoints.equipment.create, {
    params: { wellId },
    body: { equipmentType: 'TANK', serialNumber: 'TK-1' },
  });
  const log = { maintenanceDate: TODAY, maintenanceType: 'REPAIR', description: 'Hatch' } as const;
  const logOf = (body: object) =>
    tenant.operator.ask(endpoints.maintenance.log, {
      params: { equipmentId: item.id },
      body: { ...log, ...body },
    });
  await logOf({ location: at('12:05', null) });
  await logOf({});

  const read = (query: object) => tenant.viewer.ask(dashboard.map, { query: { date: TODAY, ...query } });
  const { entries } = await read({});
  const userName = tenant.operator.session.user.name;
  expect(entries).toEqual([
    {
      id: expect.any(String),
      kind: 'MAINTENANCE',
      wellId,
      wellName: 'A',
      subject: { equipmentId: item.id, equipmentType: 'TANK', serialNumber: 'TK-1' },
      userName,
      location: at('12:05', null),
    },
    { id, kind: 'PRODUCTION', wellId, wellName: 'A', subject: null, userName, location: at('12:10', 365) },
  ]);
  expect((await read({ route: 'North' })).entries).toHaveLength(2);
  expect(await read({ route: 'South' })).toEqual({ items: [], entries: [] });
});

test('of one route, or of one’s own wells, the home page counts nothing of others', async () => {
  const tenant = await api.addTenant();
  const operatorIds = [tenant.operator.session.user.id];
  const north = await make(tenant, {
    name: 'North',
    route: 'North',
    operatorIds,
    latitude: 31.8,
    longitude: -102.3,
  });
  const south = await make(tenant, { name: 'South', route: 'South' });
  await make(tenant, { name: 'Plugged', route: 'South', status: 'PLUGGED' });
  for (const [wellId, yesterday, today] of [
    [north, 10, 11],
    [south, 100, 10],
  ] as const) {
    await enter(tenant, wellId, addDays(TODAY, -1), yesterday);
    await enter(tenant, wellId, TODAY, today);
    await tenant.operator.ask(endpoints.equipment.create, {
      params: { wellId },
      body: { equipmentType: 'TANK', serialNumber: wellId, installationDate: addDays(TODAY, -5_000) },
    });
  }
  const due = (query: { mine?: 'true' }) => tenant.operator.ask(endpoints.maintenance.due, { query });
  for (const [person, place] of [
    [tenant.viewer, { route: 'North' }],
    [tenant.operator, { mine: 'true' }],
  ] as const) {
    expect(await person.ask(dashboard.home, { query: { date: TODAY, ...place } })).toMatchObject({
      expected: 1,
      entered: 1,
      routes: [{ route: 'North' }],
      totals: { oil: { today: 11, yesterday: 10, mean30: 10, changePercent: 10 } },
      openAlerts: 0,
      wellCounts: { ACTIVE: 1, PLUGGED: 0 },
      equipment: { OPERATIONAL: 1 },
    });
    const { items } = await person.ask(dashboard.activity, { query: place });
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ wellName }) => wellName))).toEqual(new Set(['North']));
    const map = await person.ask(dashboard.map, { query: { date: TODAY, ...place } });
    expect(map.items.map(({ name }) => name)).toEqual(['North']);
  }
  expect((await tenant.operator.ask(endpoints.alerts.list, { query: { mine: 'true' } })).total).toBe(0);
  expect((await tenant.operator.ask(endpoints.alerts.list, { query: {} })).total).toBe(1);
  expect([(await due({ mine: 'true' })).total, (await due({})).total]).toEqual([1, 2]);
  // Nothing is assigned to somebody else: they have no wells of their own.
  expect((await tenant.viewer.ask(dashboard.home, { query: { date: TODAY, mine: 'true' } })).expected).toBe(
    0,
  );
  const { expected, openAlerts, wellCounts } = await home(tenant);
  expect({ expected, openAlerts, wellCounts }).toMatchObject({
    expected: 2,
    openAlerts: 1,
    wellCounts: { ACTIVE: 2, PLUGGED: 1 },
  });
});

test('recent activity counts what one person sent at once as one', async () => {
  const tenant = await api.addTenant();
  const { id: wellId, apiNumber } = await tenant.manager.ask(wells.create, { body: aWell({ name: 'A' }) });
  const days = Array.from({ length: 7 }, (_, index) => addDays(TODAY, -index));
  await tenant.operator.ask(production.createBulk, {
    params: { wellId },
    body: { entries: days.map((productionDate) => ({ productionDate, oilVolume: 1 })) },
  });
  const rows = Array.from({ length: 20 }, (_, index) => `${apiNumber},${addDays(TODAY, -20 - index)},1`);
  await importCsv(tenant.manager, `well,day,oil\n${rows.join('\n')}\n`, {
    well: { column: 'well', by: 'API_NUMBER' },
    date: { column: 'day', format: 'yyyy-MM-dd' },
    oil: { column: 'oil', unit: 'BBL' },
  });
  await enter(tenant, wellId, addDays(TODAY, -10), 5);
  const { items } = await tenant.viewer.ask(dashboard.activity, { query: { limit: '3' } });
  expect(
    items.map(({ eventType, source, userName, wellName, count }) => [
      eventType,
      source,
      userName,
      wellName,
      count,
    ]),
  ).toEqual([
    ['PRODUCTION_CREATED', 'WEB', tenant.operator.session.user.name, 'A', 1],
    ['PRODUCTION_CREATED', 'IMPORT', tenant.manager.session.user.name, 'A', 20],
    ['PRODUCTION_CREATED', 'WEB', tenant.operator.session.user.name, 'A', 7],
  ]);
  expect(JSON.stringify(items)).not.toContain('USER_');
});

test('a tenant without wells has an empty home page, not an error', async () => {
  const tenant = await api.addTenant();
  expect(await home(tenant)).toMatchObject({ expected: 0, entered: 0, routes: [], openAlerts: 0 });
  expect(await tenant.viewer.ask(dashboard.map, { query: {} })).toEqual({ items: [], entries: [] });
});
