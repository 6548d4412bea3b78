import { endpoints, type EndpointRequest, type Well } from '@wellpulse/contracts';
import { anEntry, aWell, type WellInput } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { startBareApi } from '../support/harness.ts';
import type { TestTenant } from '../support/tenants.ts';
import { walk } from '../support/walk.ts';

const { wells, production } = endpoints;
const api = await startBareApi();
afterAll(() => api.stop());

type Query = EndpointRequest<typeof wells.list>['query'];

async function tenantWith(...given: Partial<WellInput>[]): Promise<{ tenant: TestTenant; made: Well[] }> {
  const tenant = await api.addTenant();
  const made: Well[] = [];
  for (const well of given) made.push(await tenant.manager.ask(wells.create, { body: aWell(well) }));
  return { tenant, made };
}

const list = (tenant: TestTenant, query: Query) => tenant.viewer.ask(wells.list, { query });
const namesOf = async (tenant: TestTenant, query: Query): Promise<string[]> =>
  (await list(tenant, query)).items.map(({ name }) => name);

test('search finds text in name, API number, lease and field, whatever the case, and takes it literally', async () => {
  const { tenant } = await tenantWith(
    { name: 'Mærsk 1', apiNumber: '42-165-12345' },
    { name: 'B', lease: '100% Ranch' },
    { name: 'C', field: 'Spra_berry' },
    { name: 'D' },
  );
  expect(await namesOf(tenant, { search: 'MÆRSK' })).toEqual(['Mærsk 1']);
  expect(await namesOf(tenant, { search: '165-123' })).toEqual(['Mærsk 1']);
  expect(await namesOf(tenant, { search: '100%' })).toEqual(['B']);
  expect(await namesOf(tenant, { search: 'a_b' })).toEqual(['C']);
  expect(await namesOf(tenant, { search: '%' })).toEqual(['B']);
  expect(await namesOf(tenant, { search: '\\' })).toEqual([]);
});

test('filters combine, and the total counts what they match on every page', async () => {
  const { tenant } = await tenantWith(
    { name: 'A', status: 'ACTIVE', route: 'North' },
    { name: 'B', status: 'SHUT_IN', route: 'North' },
    { name: 'C', status: 'ACTIVE', route: 'South' },
    { name: 'D', status: 'ACTIVE', route: 'North' },
  );
  const page = await list(tenant, { status: 'ACTIVE', route: 'North', limit: '1' });
  expect(page).toMatchObject({ items: [{ name: 'A' }], total: 2 });
  expect(await namesOf(tenant, { status: 'ACTIVE', route: 'North' })).toEqual(['A', 'D']);
});

test('"mine" shows each operator the wells assigned to them', async () => {
  const { tenant, made } = await tenantWith({ name: 'A' }, { name: 'B' });
  const [, second] = made;
  const { operator, manager } = tenant;
  await manager.ask(wells.update, {
    params: { wellId: second?.id ?? '' },
    body: { version: 1, operatorIds: [operator.session.user.id] },
  });
  const mine = await operator.ask(wells.list, { query: { mine: 'true' } });
  expect(mine).toMatchObject({ items: [{ name: 'B' }], total: 1 });
  expect((await manager.ask(wells.list, { query: { mine: 'true' } })).items).toEqual([]);
  expect(await namesOf(tenant, { operatorId: operator.session.user.id })).toEqual(['B']);
});

test('sorts names as people count', async () => {
  const { tenant } = await tenantWith({ name: 'Acme #10' }, { name: 'acme #9' }, { name: 'Acme #2' });
  expect(await namesOf(tenant, { sort: 'name' })).toEqual(['Acme #2', 'acme #9', 'Acme #10']);
});

test('sorts by name without regard to case, and by route in driving order with the routeless last', async () => {
  const { tenant } = await tenantWith(
    { name: 'b', route: 'North', routePosition: 10 },
    { name: 'A', route: 'North', routePosition: 9 },
    { name: 'C', route: null },
    { name: 'd', route: 'East', routePosition: 1 },
    { name: 'e', route: 'North' },
  );
  expect(await namesOf(tenant, { sort: 'name' })).toEqual(['A', 'b', 'C', 'd', 'e']);
  expect(await namesOf(tenant, { sort: 'name', order: 'desc' })).toEqual(['e', 'd', 'C', 'b', 'A']);
  expect(await namesOf(tenant, { sort: 'route' })).toEqual(['d', 'A', 'b', 'e', 'C']);
});

test('each well tells the day of its newest record and its open alerts, and sorts by that day', async () => {
  const { tenant, made } = await tenantWith({ name: 'A' }, { name: 'B' }, { name: 'C' });
  const [a, b] = made;
  const record = (wellId: string | undefined, productionDate: string, oilVolume: number) =>
    tenant.operator.ask(production.create, {
      params: { wellId: wellId ?? '' },
      body: anEntry({ productionDate, oilVolume }),
    });
  await record(a?.id, '2025-03-10', 40);
  await record(a?.id, '2025-03-11', 80);
  await record(b?.id, '2025-03-12', 40);
  const { items } = await list(tenant, { sort: 'lastProductionDate', order: 'desc' });
  expect(
    items.map(({ name, lastProductionDate, openAlerts }) => [name, lastProductionDate, openAlerts]),
  ).toEqual([
    ['B', '2025-03-12', 0],
    ['A', '2025-03-11', 1],
    ['C', null, 0],
  ]);
});

const SORTS = ['name', 'apiNumber', 'route', 'status', 'createdAt', 'lastProductionDate'] as const;

test('walking all pages by any order meets every well once, while others are added', async () => {
  const { tenant } = await tenantWith(
    ...['c', 'a', 'a', 'b', 'a', 'c', 'b'].map((name, index) => ({
      name,
      route: index % 2 === 0 ? name : null,
      status: index % 3 === 0 ? ('SHUT_IN' as const) : ('ACTIVE' as const),
    })),
  );
  let added = 0;
  for (const sort of SORTS) {
    for (const order of ['asc', 'desc'] as const) {
      const { items: there } = await list(tenant, { limit: '1000' });
      const met = await walk(
        (cursor) => list(tenant, { sort, order, limit: '5', ...cursor }),
        () =>
          tenant.manager.ask(wells.create, { body: aWell({ name: ['0', 'b', 'z'][added++ % 3] ?? 'b' }) }),
      );
      const ids = met.map(({ id }) => id);
      expect(new Set(ids).size, `${sort} ${order}`).toBe(ids.length);
      expect(ids, `${sort} ${order}`).toEqual(expect.arrayContaining(there.map(({ id }) => id)));
    }
  }
});

test('deleted wells are in no list, and the routes count the others', async () => {
  const { tenant, made } = await tenantWith(
    { name: 'A', route: 'North' },
    { name: 'B', route: 'North' },
    { name: 'C' },
  );
  await tenant.admin.ask(wells.remove, { params: { wellId: made[0]?.id ?? '' } });
  expect(await namesOf(tenant, {})).toEqual(['B', 'C']);
  expect((await tenant.viewer.ask(wells.routes, {})).items).toEqual([{ route: 'North', wells: 1 }]);
});

test('a limit is from 1 to 1,000', async () => {
  const { tenant } = await tenantWith({ name: 'A' });
  for (const limit of ['0', '1001', '-1', '1.5', 'all']) {
    const problem = await tenant.viewer.refusal(wells.list, { query: { limit } });
    expect(problem).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: 'limit' }] });
  }
  expect((await list(tenant, { limit: '1000' })).items).toHaveLength(1);
});

test('a cursor of another list, or of nobody, is refused by name', async () => {
  const { tenant } = await tenantWith({ name: 'A' }, { name: 'B' });
  const { nextCursor } = await list(tenant, { sort: 'name', limit: '1' });
  const forged = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const cursors = [
    nextCursor ?? '',
    'x',
    forged([{}, 1]),
    forged(['a\u0000', 'b']),
    forged(['1', 'a\u0000']),
  ];
  for (const cursor of cursors) {
    const problem = await tenant.viewer.refusal(wells.list, { query: { sort: 'createdAt', cursor } });
    expect(problem).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: 'cursor' }] });
  }
});
