import { endpoints, type EndpointRequest, type EquipmentCreateInput } from '@wellpulse/contracts';
import { anItem, aLog, aWell } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { startBareApi } from '../support/harness.ts';
import type { TestTenant } from '../support/tenants.ts';
import { walk } from '../support/walk.ts';

const { wells, equipment, maintenance } = endpoints;
const api = await startBareApi();
afterAll(() => api.stop());
// The 15th in Chicago, the 16th in UTC.
api.clock.stopAt('2025-06-16T03:00:00Z');

type Query = EndpointRequest<typeof equipment.list>['query'];

const aWellNamed = async (tenant: TestTenant, name: string): Promise<string> =>
  (await tenant.manager.ask(wells.create, { body: aWell({ name }) })).id;
const add = async (
  tenant: TestTenant,
  wellId: string,
  given: Partial<EquipmentCreateInput>,
): Promise<string> =>
  (await tenant.operator.ask(equipment.create, { params: { wellId }, body: anItem(given) })).id;

async function tenantWith(
  ...given: Partial<EquipmentCreateInput>[]
): Promise<{ tenant: TestTenant; wellId: string }> {
  const tenant = await api.addTenant();
  const wellId = await aWellNamed(tenant, 'Haverhill #3');
  for (const item of given) await add(tenant, wellId, item);
  return { tenant, wellId };
}

const list = (tenant: TestTenant, query: Query) => tenant.viewer.ask(equipment.list, { query });
const serials = async (tenant: TestTenant, query: Query): Promise<string[]> =>
  (await list(tenant, query)).items.map(({ serialNumber }) => serialNumber);

test('search finds text in serial number, asset tag, maker, model and well, in any case, taken literally', async () => {
  const { tenant, wellId } = await tenantWith(
    { serialNumber: 'A-1', manufacturer: 'Lufkin' },
    { serialNumber: 'B_2', assetTag: 'Yard 7' },
    { serialNumber: 'C-3', model: 'C-228D %' },
  );
  const other = await aWellNamed(tenant, 'Mesquite Flat #1');
  await add(tenant, other, { serialNumber: 'D-4' });
  expect(await serials(tenant, { search: 'lufkin' })).toEqual(['A-1']);
  expect(await serials(tenant, { search: 'YARD' })).toEqual(['B_2']);
  expect(await serials(tenant, { search: '%' })).toEqual(['C-3']);
  expect(await serials(tenant, { search: '_' })).toEqual(['B_2']);
  expect(await serials(tenant, { search: 'mesquite' })).toEqual(['D-4']);
  expect(await serials(tenant, { serialNumber: 'c-' })).toEqual(['C-3']);
  expect(await serials(tenant, { assetTag: 'yard' })).toEqual(['B_2']);
  expect(await serials(tenant, { manufacturer: 'UFK' })).toEqual(['A-1']);
  expect(await serials(tenant, { wellId: other })).toEqual(['D-4']);
  expect((await tenant.viewer.ask(equipment.listOfWell, { params: { wellId }, query: {} })).total).toBe(3);
});

test('filters combine, and the total counts what they match on every page', async () => {
  const { tenant } = await tenantWith(
    { serialNumber: 'T-1', equipmentType: 'TANK' },
    { serialNumber: 'T-2', equipmentType: 'TANK', status: 'FAILED' },
    { serialNumber: 'T-3', equipmentType: 'TANK', status: 'FAILED' },
    { serialNumber: 'P-1', status: 'FAILED' },
  );
  const query = { equipmentType: 'TANK', status: 'FAILED' } as const;
  expect(await list(tenant, { ...query, limit: '1' })).toMatchObject({
    items: [{ serialNumber: 'T-2' }],
    total: 2,
    nextCursor: expect.any(String),
  });
  expect(await serials(tenant, query)).toEqual(['T-2', 'T-3']);
  expect(await serials(tenant, { type: 'PUMP_JACK' })).toEqual(['P-1']);
});

test('how an item stands is judged by the day of the tenant', async () => {
  const interval = { serviceIntervalDays: 10 };
  const { tenant } = await tenantWith(
    { serialNumber: 'overdue', installationDate: '2025-06-04', ...interval },
    { serialNumber: 'today', installationDate: '2025-06-05', ...interval },
    { serialNumber: 'in 14 days', installationDate: '2025-06-19', ...interval },
    { serialNumber: 'in 15 days', installationDate: '2025-06-20', ...interval },
    { serialNumber: 'never' },
  );
  const { items } = await list(tenant, { sort: 'nextMaintenanceDate' });
  expect(items.map(({ serialNumber, dueStatus }) => [serialNumber, dueStatus])).toEqual([
    ['overdue', 'OVERDUE'],
    ['today', 'DUE_SOON'],
    ['in 14 days', 'DUE_SOON'],
    ['in 15 days', 'SCHEDULED'],
    ['never', null],
  ]);
  for (const due of ['OVERDUE', 'DUE_SOON', 'SCHEDULED'] as const) {
    const expected = items.filter((item) => item.dueStatus === due).map(({ serialNumber }) => serialNumber);
    expect(await serials(tenant, { due, sort: 'nextMaintenanceDate' })).toEqual(expected);
  }
  const backwards = await serials(tenant, { sort: 'nextMaintenanceDate', order: 'desc' });
  expect(backwards).toEqual(['in 15 days', 'in 14 days', 'today', 'overdue', 'never']);
});

test('sorts serial numbers as people count, and what has no maker comes last', async () => {
  const { tenant } = await tenantWith(
    { serialNumber: 'pj-10', manufacturer: 'Zeta' },
    { serialNumber: 'PJ-9' },
    { serialNumber: 'PJ-2', manufacturer: 'alpha' },
  );
  expect(await serials(tenant, {})).toEqual(['PJ-2', 'PJ-9', 'pj-10']);
  expect(await serials(tenant, { sort: 'manufacturer' })).toEqual(['PJ-2', 'pj-10', 'PJ-9']);
  expect(await serials(tenant, { sort: 'manufacturer', order: 'desc' })).toEqual(['pj-10', 'PJ-2', 'PJ-9']);
});

test('the equipment of a deleted well still lists, with the name of the well, and is due no longer', async () => {
  const { tenant, wellId } = await tenantWith({
    serialNumber: 'PJ-1',
    installationDate: '2020-01-01',
    serviceIntervalDays: 30,
  });
  const due = async () => [
    (await tenant.viewer.ask(endpoints.maintenance.due, { query: {} })).total,
    (await list(tenant, { due: 'OVERDUE' })).total,
    (await tenant.viewer.ask(endpoints.dashboard.home, { query: {} })).equipment.OPERATIONAL,
  ];
  expect(await due()).toEqual([1, 1, 1]);
  await tenant.admin.ask(wells.remove, { params: { wellId } });
  expect(await due()).toEqual([0, 0, 0]);
  expect((await list(tenant, {})).items).toMatchObject([{ serialNumber: 'PJ-1', wellName: 'Haverhill #3' }]);
  expect(await serials(tenant, { wellId })).toEqual(['PJ-1']);
  const problem = await tenant.viewer.refusal(equipment.listOfWell, { params: { wellId }, query: {} });
  expect(problem.code).toBe('WELL_NOT_FOUND');
});

test('deleted items are in no list', async () => {
  const { tenant, wellId } = await tenantWith({ serialNumber: 'PJ-1' });
  const gone = await add(tenant, wellId, { serialNumber: 'PJ-2' });
  await tenant.manager.ask(equipment.remove, { params: { equipmentId: gone } });
  expect(await list(tenant, {})).toMatchObject({ items: [{ serialNumber: 'PJ-1' }], total: 1 });
});

const SORTS = [
  'serialNumber',
  'equipmentType',
  'status',
  'wellName',
  'manufacturer',
  'nextMaintenanceDate',
  'createdAt',
] as const;

test('walking all pages by any order meets every item once, while others are added', async () => {
  const { tenant, wellId } = await tenantWith(
    ...[1, 2, 3, 4, 5, 6, 7].map((number) => ({
      serialNumber: `PJ-${number}`,
      status: number % 2 === 0 ? ('FAILED' as const) : ('OPERATIONAL' as const),
      manufacturer: number % 3 === 0 ? null : 'Lufkin',
      installationDate: number % 2 === 0 ? '2025-01-01' : null,
    })),
  );
  let added = 0;
  for (const sort of SORTS) {
    for (const order of ['asc', 'desc'] as const) {
      const { items: there } = await list(tenant, { limit: '1000' });
      const met = await walk(
        (cursor) => list(tenant, { sort, order, limit: '5', ...cursor }),
        () => add(tenant, wellId, { serialNumber: `${['A', 'PJ-4', 'Z'][added++ % 3] ?? ''}${added}` }),
      );
      const ids = met.map(({ id }) => id);
      expect(new Set(ids).size, `${sort} ${order}`).toBe(ids.length);
      expect(ids, `${sort} ${order}`).toEqual(expect.arrayContaining(there.map(({ id }) => id)));
    }
  }
});

test('the maintenance of all equipment lists newest first, by item, well, type and days', async () => {
  const { tenant, wellId } = await tenantWith();
  const other = await aWellNamed(tenant, 'Two Draw #1');
  const [first, second] = [await add(tenant, wellId, {}), await add(tenant, other, {})];
  const log = (equipmentId: string, maintenanceDate: string, maintenanceType: 'ROUTINE' | 'REPAIR') =>
    tenant.operator.ask(maintenance.log, {
      params: { equipmentId },
      body: aLog({ maintenanceDate, maintenanceType }),
    });
  await log(first, '2025-03-10', 'ROUTINE');
  await log(second, '2025-03-12', 'REPAIR');
  await log(first, '2025-03-11', 'REPAIR');
  type LogQuery = EndpointRequest<typeof maintenance.list>['query'];
  const days = async (query: LogQuery): Promise<string[]> =>
    (await tenant.viewer.ask(maintenance.list, { query })).items.map((entry) =>
      entry.maintenanceDate.slice(8),
    );
  expect(await days({})).toEqual(['12', '11', '10']);
  expect(await days({ order: 'asc' })).toEqual(['10', '11', '12']);
  expect(await days({ equipmentId: first })).toEqual(['11', '10']);
  expect(await days({ wellId: other })).toEqual(['12']);
  expect(await days({ maintenanceType: 'REPAIR' })).toEqual(['12', '11']);
  expect(await days({ from: '2025-03-11', to: '2025-03-11' })).toEqual(['11']);
  const pages = await walk((cursor) =>
    tenant.viewer.ask(maintenance.list, { query: { limit: '1', ...cursor } }),
  );
  expect(pages.map(({ maintenanceDate }) => maintenanceDate.slice(8))).toEqual(['12', '11', '10']);
  const history = { params: { equipmentId: first }, query: { maintenanceType: 'ROUTINE' } } as const;
  expect(await tenant.viewer.ask(maintenance.history, history)).toMatchObject({
    items: [{ maintenanceDate: '2025-03-10' }],
    total: 1,
  });
  const backwards = { query: { from: '2025-03-11', to: '2025-03-10' } };
  expect(await tenant.viewer.refusal(maintenance.list, backwards)).toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: [{ path: 'to' }],
  });
  await tenant.manager.ask(equipment.remove, { params: { equipmentId: second } });
  expect(await days({})).toEqual(['12', '11', '10']);
});

test('a cursor of another list is refused by name', async () => {
  const { tenant } = await tenantWith({}, {});
  const { nextCursor } = await list(tenant, { sort: 'serialNumber', limit: '1' });
  const query = { sort: 'nextMaintenanceDate', cursor: nextCursor ?? '' } as const;
  expect(await tenant.viewer.refusal(equipment.list, { query })).toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: [{ path: 'cursor' }],
  });
});
