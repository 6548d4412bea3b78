/** When an item is due, and what maintenance cost. */
import {
  DEFAULT_SERVICE_INTERVALS,
  endpoints,
  type EndpointRequest,
  type EquipmentCreateInput,
  type MaintenanceCreateInput,
} from '@wellpulse/contracts';
import { anItem, aLog, aWell } from '@wellpulse/testing';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startBareApi } from '../support/harness.ts';
import type { TestTenant } from '../support/tenants.ts';
import { walk } from '../support/walk.ts';

const { wells, equipment, maintenance, dashboard, tenant: settings } = endpoints;
const api = await startBareApi();
afterAll(() => api.stop());
// The 15th in Chicago, the 16th in UTC.
api.clock.stopAt('2025-06-16T03:00:00Z');

let tenant: TestTenant;
let wellId: string;
beforeEach(async () => {
  tenant = await api.addTenant();
  wellId = await addWell({ name: 'Haverhill #3', route: 'North' });
});

const addWell = async (given: Parameters<typeof aWell>[0]): Promise<string> =>
  (await tenant.manager.ask(wells.create, { body: aWell(given) })).id;
const add = async (given: Partial<EquipmentCreateInput> = {}, at = wellId): Promise<string> =>
  (await tenant.operator.ask(equipment.create, { params: { wellId: at }, body: anItem(given) })).id;
const log = (equipmentId: string, given: Partial<MaintenanceCreateInput> = {}) =>
  tenant.operator.ask(maintenance.log, { params: { equipmentId }, body: aLog(given) });
const nextOf = async (equipmentId: string): Promise<string | null> =>
  (await tenant.viewer.ask(equipment.get, { params: { equipmentId } })).nextMaintenanceDate;

test('maintenance is logged up to today, in the zone of the tenant', async () => {
  const problem = await tenant.operator.refusal(maintenance.log, {
    params: { equipmentId: await add() },
    body: aLog({ maintenanceDate: '2025-06-16' }),
  });
  expect(problem).toMatchObject({
    status: 400,
    code: 'DATE_IN_FUTURE',
    errors: [{ path: 'maintenanceDate', message: 'Must not be after today, 2025-06-15' }],
  });
  await log(await add(), { maintenanceDate: '2025-06-15' });
  tenant = await api.addTenant({ timeZone: 'Europe/Oslo' });
  await log(await add({}, await addWell({})), { maintenanceDate: '2025-06-16' });
});

describe('the next maintenance', () => {
  test('is on the day that the technician gives', async () => {
    const id = await add({ serviceIntervalDays: 30 });
    const entry = await log(id, { nextMaintenanceDate: '2025-09-01' });
    expect([entry.nextMaintenanceDate, await nextOf(id)]).toEqual(['2025-09-01', '2025-09-01']);
  });

  test("is after the item's own interval, else the tenant's for its type and the kind of maintenance", async () => {
    const own = await add({ serviceIntervalDays: 30 });
    expect((await log(own)).nextMaintenanceDate).toBe('2025-04-09');
    const usual = await add({ equipmentType: 'PUMP_JACK' });
    expect((await log(usual)).nextMaintenanceDate).toBe('2025-06-08');
    expect((await log(usual, { maintenanceType: 'INSPECTION' })).nextMaintenanceDate).toBe('2025-09-06');
  });

  test('is unknown without any interval', async () => {
    const id = await add({ equipmentType: 'OTHER', installationDate: '2020-01-01' });
    expect(await nextOf(id)).toBeNull();
    expect((await log(id)).nextMaintenanceDate).toBeNull();
    expect(await nextOf(id)).toBeNull();
  });

  test('of an item that was never serviced is one routine interval after it was installed', async () => {
    expect(await nextOf(await add({ installationDate: '2025-01-01' }))).toBe('2025-04-01');
    expect(await nextOf(await add({ installationDate: '2025-01-01', serviceIntervalDays: 10 }))).toBe(
      '2025-01-11',
    );
    expect(await nextOf(await add())).toBeNull();
    const atTheEnd = await add({ installationDate: '9999-12-30', serviceIntervalDays: 3650 });
    expect(await nextOf(atTheEnd)).toBe('9999-12-31');
  });

  test('of an item that was serviced is no longer counted from its installation', async () => {
    const id = await add({ equipmentType: 'OTHER', installationDate: '2025-01-01' });
    await log(id);
    const { version } = await tenant.viewer.ask(equipment.get, { params: { equipmentId: id } });
    const body = { version, serviceIntervalDays: 10 };
    await tenant.operator.ask(equipment.update, { params: { equipmentId: id }, body });
    expect(await nextOf(id)).toBeNull();
  });

  test('is not moved back by a log of an older day that comes late', async () => {
    const id = await add({ serviceIntervalDays: 30 });
    await log(id, { maintenanceDate: '2025-06-01' });
    await log(id, { maintenanceDate: '2025-03-01' });
    await log(id, { maintenanceDate: '2025-02-01', nextMaintenanceDate: '2025-12-31' });
    expect(await nextOf(id)).toBe('2025-07-01');
    const item = await tenant.viewer.ask(equipment.get, { params: { equipmentId: id } });
    expect(item.lastMaintenanceDate).toBe('2025-06-01');
  });

  test('of two logs of one day is that of the later one', async () => {
    const id = await add({ serviceIntervalDays: 30 });
    await log(id, { nextMaintenanceDate: '2025-12-31' });
    await log(id, { nextMaintenanceDate: '2025-08-01' });
    expect(await nextOf(id)).toBe('2025-08-01');
  });

  test('stays with the newest log that has one when a newer has none', async () => {
    const id = await add({ equipmentType: 'OTHER' });
    await log(id, { nextMaintenanceDate: '2025-08-01' });
    await log(id, { maintenanceDate: '2025-04-01' });
    expect(await nextOf(id)).toBe('2025-08-01');
  });

  test('follows the intervals of the tenant, for what is logged from then on', async () => {
    const [serviced, fresh] = [await add(), await add({ installationDate: '2025-01-01' })];
    await log(serviced);
    const serviceIntervals = { ...DEFAULT_SERVICE_INTERVALS, PUMP_JACK: { ROUTINE: 100 } };
    await tenant.admin.ask(settings.updateSettings, { body: { version: 1, serviceIntervals } });
    expect(await nextOf(serviced)).toBe('2025-06-08');
    expect(await nextOf(fresh)).toBe('2025-04-11');
    expect((await log(serviced)).nextMaintenanceDate).toBe('2025-06-18');
    const item = await tenant.viewer.ask(equipment.get, { params: { equipmentId: fresh } });
    expect(item.serviceIntervals).toEqual({ ROUTINE: 100, REPAIR: null, INSPECTION: null });
  });
});

describe('what is due', () => {
  type Query = EndpointRequest<typeof maintenance.due>['query'];
  const due = (query: Query = {}) => tenant.viewer.ask(maintenance.due, { query });

  async function fiveItems(): Promise<void> {
    const south = await addWell({ name: 'Dry Fork #1', route: 'South' });
    const installed = (serialNumber: string, installationDate: string, at = wellId) =>
      add({ serialNumber, installationDate, serviceIntervalDays: 10 }, at);
    await installed('in 15 days', '2025-06-20');
    await installed('today', '2025-06-05');
    await installed('overdue', '2025-06-04');
    await installed('long overdue', '2025-01-01', south);
    await installed('in 14 days', '2025-06-19', south);
    await add({ serialNumber: 'never' });
  }

  test('comes in the order of urgency, with the days that are left', async () => {
    await fiveItems();
    const { items, ...counts } = await due();
    expect(items.map(({ serialNumber, dueStatus, daysLeft }) => [serialNumber, dueStatus, daysLeft])).toEqual(
      [
        ['long overdue', 'OVERDUE', -155],
        ['overdue', 'OVERDUE', -1],
        ['today', 'DUE_SOON', 0],
        ['in 14 days', 'DUE_SOON', 14],
        ['in 15 days', 'SCHEDULED', 15],
      ],
    );
    expect(counts).toEqual({ total: 5, overdue: 2, dueSoon: 2, nextCursor: null });
    expect(items[1]).toMatchObject({
      wellId,
      wellName: 'Haverhill #3',
      route: 'North',
      lastMaintenanceDate: null,
      nextMaintenanceDate: '2025-06-14',
      status: 'OPERATIONAL',
    });
    const { maintenance: counted } = await tenant.viewer.ask(dashboard.home, {
      query: { date: '2025-01-01' },
    });
    expect(counted).toEqual({ overdue: 2, dueSoon: 2 });
  });

  test('is filtered by how it stands, route, well and item; the counts leave out the first alone', async () => {
    await fiveItems();
    const serials = async (query: Query) => (await due(query)).items.map(({ serialNumber }) => serialNumber);
    expect(await serials({ due: 'SCHEDULED' })).toEqual(['in 15 days']);
    expect(await serials({ route: 'South' })).toEqual(['long overdue', 'in 14 days']);
    expect(await serials({ wellId, due: 'OVERDUE' })).toEqual(['overdue']);
    const { items, ...counts } = await due({ wellId, due: 'DUE_SOON' });
    expect(counts).toMatchObject({ total: 1, overdue: 1, dueSoon: 1 });
    expect(await serials({ equipmentId: items[0]?.equipmentId ?? '' })).toEqual(['today']);
    expect(await due({ route: 'Nowhere' })).toMatchObject({ items: [], total: 0, overdue: 0, dueSoon: 0 });
    const pages = await walk((cursor) => due({ limit: '2', ...cursor }));
    expect(pages.map(({ serialNumber }) => serialNumber)).toEqual(await serials({}));
  });

  test('is due no more once it was serviced, or is gone', async () => {
    const [one, other] = [
      await add({ installationDate: '2025-01-01' }),
      await add({ installationDate: '2025-01-02' }),
    ];
    await log(one, { maintenanceDate: '2025-06-15' });
    await tenant.manager.ask(equipment.remove, { params: { equipmentId: other } });
    expect(await due()).toMatchObject({
      items: [{ equipmentId: one, lastMaintenanceDate: '2025-06-15', dueStatus: 'SCHEDULED' }],
      overdue: 0,
    });
  });
});

describe('costs', () => {
  type Query = EndpointRequest<typeof maintenance.costs>['query'];
  const costs = (query: Query = {}) => tenant.viewer.ask(maintenance.costs, { query });

  test('are summed to the cent, by month, item or well', async () => {
    const other = await addWell({ name: 'Dry Fork #1' });
    const pump = await add({ serialNumber: 'PJ-1' });
    const tank = await add({ serialNumber: 'T-1', equipmentType: 'TANK' }, other);
    await log(pump, { maintenanceDate: '2025-01-31', cost: 0.1 });
    await log(pump, { maintenanceDate: '2025-02-01', cost: 0.2 });
    await log(tank, { maintenanceDate: '2025-02-28', cost: 99_999_999.99 });
    await log(tank, { maintenanceDate: '2025-02-28' });
    expect(await costs()).toEqual({
      items: [
        { key: '2025-01', label: 'Jan 2025', entries: 1, cost: 0.1 },
        { key: '2025-02', label: 'Feb 2025', entries: 3, cost: 100_000_000.19 },
      ],
      entries: 4,
      cost: 100_000_000.29,
    });
    expect((await costs({ by: 'equipment' })).items).toEqual([
      { key: tank, label: 'Tank T-1', entries: 2, cost: 99_999_999.99 },
      { key: pump, label: 'Pump jack PJ-1', entries: 2, cost: 0.3 },
    ]);
    expect((await costs({ by: 'well', wellId })).items).toEqual([
      { key: wellId, label: 'Haverhill #3', entries: 2, cost: 0.3 },
    ]);
    expect(await costs({ equipmentId: tank, from: '2025-02-28', to: '2025-02-28' })).toMatchObject({
      entries: 2,
      cost: 99_999_999.99,
    });
  });

  test('stay what they were when the item is deleted', async () => {
    const id = await add();
    await log(id, { cost: 12.5 });
    await tenant.manager.ask(equipment.remove, { params: { equipmentId: id } });
    expect(await costs()).toMatchObject({ entries: 1, cost: 12.5 });
  });

  test('of nothing are nothing, and a range can not end before it begins', async () => {
    expect(await costs()).toEqual({ items: [], entries: 0, cost: 0 });
    const query = { from: '2025-02-02', to: '2025-02-01' };
    expect((await tenant.viewer.refusal(maintenance.costs, { query })).code).toBe('VALIDATION_FAILED');
  });
});
