import { endpoints, type ProductionEntryInput } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { anEntry, aWell } from '@wellpulse/testing';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';

const { wells, production, audit } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { operator, manager, viewer } = api.acme;

let wellId: string;
beforeEach(async () => {
  ({ id: wellId } = await manager.ask(wells.create, { body: aWell() }));
});

const week = (days: number): ProductionEntryInput[] =>
  Array.from({ length: days }, (_, index) =>
    anEntry({ productionDate: addDays('2025-03-01', index), oilVolume: 40 + index }),
  );
const bulk = (entries: ProductionEntryInput[]) =>
  operator.ask(production.createBulk, { params: { wellId }, body: { entries } });
const refused = (entries: ProductionEntryInput[]) =>
  operator.refusal(production.createBulk, { params: { wellId }, body: { entries } });
const count = async (): Promise<number> =>
  (await viewer.ask(production.list, { params: { wellId }, query: {} })).total;

async function post(body: string, contentType = 'application/json'): Promise<unknown> {
  const response = await operator.fetch(`/wells/${wellId}/production/bulk`, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body,
  });
  return response.json();
}

test('up to 31 days are taken at once, in the order given, by one commit', async () => {
  const entries = week(31).reverse();
  const { items } = await bulk(entries);
  expect(items.map(({ productionDate }) => productionDate)).toEqual(
    entries.map(({ productionDate }) => productionDate),
  );
  const { items: listed } = await viewer.ask(production.list, { params: { wellId }, query: {} });
  expect(listed).toEqual([...items].sort((a, b) => (a.productionDate < b.productionDate ? 1 : -1)));
  expect(new Set(listed.map(({ createdAt }) => createdAt)).size).toBe(1);
});

test('32 days, none, or no list at all are refused', async () => {
  const expected = { code: 'VALIDATION_FAILED', errors: [{ path: 'entries' }] };
  expect(await refused(week(32))).toMatchObject(expected);
  expect(await refused([])).toMatchObject(expected);
  expect(await post('{}')).toMatchObject(expected);
  expect(await post('{"entries": {"length": 2}}')).toMatchObject(expected);
  expect(await post('[]')).toMatchObject(expected);
  expect(await count()).toBe(0);
});

test('one bad row refuses them all, and every bad row is named, in order', async () => {
  await bulk([anEntry({ productionDate: '2025-03-03' })]);
  const problem = await refused([
    anEntry({ productionDate: '2025-03-01' }),
    anEntry({ productionDate: '2099-01-01' }),
    anEntry({ productionDate: '2025-03-02', oilVolume: -1, gasVolume: 1.234 }),
    anEntry({ productionDate: '2025-03-03' }),
    { productionDate: '2025-03-04' },
    anEntry({ productionDate: 'tomorrow' }),
  ]);
  expect(problem.code).toBe('VALIDATION_FAILED');
  expect(problem.errors?.map(({ path }) => path)).toEqual([
    'entries[1].productionDate',
    'entries[2].oilVolume',
    'entries[2].gasVolume',
    'entries[3].productionDate',
    'entries[4].oilVolume',
    'entries[5].productionDate',
  ]);
  expect(await count()).toBe(1);
});

test('rows that are no records at all are named like the others', async () => {
  const problem = await post(
    JSON.stringify({ entries: [null, 7, 'x', [], anEntry({ productionDate: '2099-01-01' })] }),
  );
  expect(problem).toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: [
      { path: 'entries[0]' },
      { path: 'entries[1]' },
      { path: 'entries[2]' },
      { path: 'entries[3]' },
      { path: 'entries[4].productionDate' },
    ],
  });
});

test('days that are there already are a conflict, with the first of them', async () => {
  const { items } = await bulk(week(3));
  const problem = await refused(week(4));
  expect(problem).toMatchObject({
    status: 409,
    code: 'PRODUCTION_EXISTS',
    existing: items[0],
    errors: [0, 1, 2].map((index) => ({ path: `entries[${index}].productionDate` })),
  });
  expect(await count()).toBe(3);
});

test('only days to come: the code says so', async () => {
  const problem = await refused([anEntry(), anEntry({ productionDate: '2099-01-01' })]);
  expect(problem).toMatchObject({ code: 'DATE_IN_FUTURE', errors: [{ path: 'entries[1].productionDate' }] });
});

test('the same day twice in one request is a mistake in the request, not a record that exists', async () => {
  const problem = await refused([...week(2), anEntry({ productionDate: '2025-03-02', oilVolume: 1 })]);
  expect(problem).toMatchObject({
    status: 400,
    code: 'VALIDATION_FAILED',
    errors: [{ path: 'entries[2].productionDate', message: 'The same day stands twice' }],
  });
  expect(problem.existing).toBeUndefined();
  expect(await count()).toBe(0);
});

test('a plugged well refuses the bulk once for each entry', async () => {
  const plugging = { version: 1, status: 'PLUGGED', pluggedOn: '2020-01-01' } as const;
  await manager.ask(wells.update, { params: { wellId }, body: plugging });
  expect(await refused(week(2))).toMatchObject({
    status: 409,
    code: 'WELL_PLUGGED',
    errors: [{ path: 'entries[0]' }, { path: 'entries[1]' }],
  });
});

test('two bulks that overlap, at the same moment: one is taken whole, the other not at all', async () => {
  const shifted = week(7).map((entry) => ({ ...entry, productionDate: addDays(entry.productionDate, 6) }));
  const answers = await Promise.all(
    [week(7), shifted].map((entries) =>
      operator.call(production.createBulk, { params: { wellId }, body: { entries } }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await count()).toBe(7);
});

test('each day is an event of its own in the log', async () => {
  const { items } = await bulk(week(3));
  const { items: events } = await manager.ask(audit.events, { query: { wellId, order: 'asc' } });
  expect(events.map(({ eventType, recordId }) => [eventType, recordId])).toEqual([
    ['WELL_CREATED', wellId],
    ...items.map(({ id }) => ['PRODUCTION_CREATED', id]),
  ]);
});

test('other content than JSON is refused as such', async () => {
  expect(await post('productionDate,oilVolume', 'text/csv')).toMatchObject({
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
  });
});
