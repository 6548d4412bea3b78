/** Route order and completeness: the SQL says what the rules say, on wells and names that are drawn. */
import { endpoints, WELL_STATUSES } from '@wellpulse/contracts';
import {
  compareTexts,
  completeness,
  inRouteOrder,
  naturalKey,
  routeCompleteness,
  routeOrderKey,
} from '@wellpulse/domain';
import { anEntry, aWell } from '@wellpulse/testing';
import { testSeed, times } from '@wellpulse/testing/depth';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { startBareApi } from '../support/harness.ts';

const { wells, production, dashboard } = endpoints;
const DATE = '2025-03-10';
const api = await startBareApi();
afterAll(() => api.stop());
const { database, manager, operator, viewer } = await api.addTenant();

const word = fc.constantFrom(
  'Route',
  'route',
  'NORTH',
  'Norte Á',
  'Peña',
  'PENA',
  'Ωmega',
  '😀',
  '～',
  '#',
  '-',
);
const number = fc.constantFrom('0', '00', '1', '01', '2', '10', '007', '1000000000000000000000');
const name = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.array(fc.oneof(word, number, fc.constant(' ')), { minLength: 1, maxLength: 6 }),
    },
    {
      weight: 1,
      arbitrary: fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 3 }),
    },
  )
  .map((parts) => parts.join('').replaceAll('\u0000', ''));
const place = fc.record({
  route: fc.option(name),
  routePosition: fc.option(fc.integer({ min: 0, max: 100_000 })),
  name,
});

test('the texts by which PostgreSQL sorts are those of the rules', async () => {
  const places = fc.sample(place, { seed: testSeed, numRuns: times(400, 20_000) });
  const { rows } = await sql<{ natural: string; key: string }>`
    select natural_key(name) as natural, route_order_key(route, place, name) as key
    from unnest(${places.map((drawn) => drawn.name)}::text[], ${places.map(({ route }) => route)}::text[],
      ${places.map(({ routePosition }) => routePosition)}::integer[]) with ordinality as drawn (name, route, place, line)
    order by line`.execute(database.db);
  expect(rows).toEqual(
    places.map((drawn) => ({ natural: naturalKey(drawn.name), key: routeOrderKey(drawn) })),
  );
});

test('and they stand in the same order', async () => {
  const texts = fc.sample(name, { seed: testSeed, numRuns: 200 });
  const { rows } = await sql<{ text: string }>`
    select text from unnest(${texts}::text[]) as drawn (text) order by text collate "C"`.execute(database.db);
  expect(rows.map(({ text }) => text)).toEqual(texts.toSorted(compareTexts));
});

test('the list of wells, the day sheet and the dashboard follow the rules', async () => {
  const drawn = fc.sample(
    fc.record({
      name: fc.constantFrom('Acme #2', 'Acme #10', 'acme #3', 'Peña 1', 'PENA 2'),
      route: fc.constantFrom(null, 'Route 2', 'Route 10', 'route 10'),
      routePosition: fc.constantFrom(null, 1, 2, 10),
      status: fc.constantFrom(...WELL_STATUSES),
      isEntered: fc.boolean(),
    }),
    { seed: testSeed, numRuns: 30 },
  );
  for (const { isEntered, status, ...given } of drawn) {
    const { id } = await manager.ask(wells.create, { body: aWell(given) });
    const params = { wellId: id };
    if (isEntered) await operator.ask(production.create, { params, body: anEntry({ productionDate: DATE }) });
    await manager.ask(wells.update, { params, body: { version: 1, status } });
  }
  const list = await viewer.ask(wells.list, { query: { sort: 'route', limit: '1000' } });
  expect(list.items.map(({ id }) => id)).toEqual(inRouteOrder(list.items).map(({ id }) => id));

  const sheet = await viewer.ask(production.daySheet, { query: { date: DATE } });
  const home = await viewer.ask(dashboard.home, { query: { date: DATE } });
  const { expected, entered } = completeness(sheet.items);
  expect([home.expected, home.entered]).toEqual([expected, entered]);
  expect(home.routes.map(({ operators: _, ...route }) => route)).toEqual(routeCompleteness(sheet.items));
});
