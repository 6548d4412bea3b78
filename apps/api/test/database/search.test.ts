/** What is typed compares alike everywhere: the SQL says what the rule says, and so do the lists and the rules of records. */
import { endpoints } from '@wellpulse/contracts';
import { searchKey } from '@wellpulse/domain';
import { anEntry, anItem, aWell, TestDevice } from '@wellpulse/testing';
import { testSeed, times } from '@wellpulse/testing/depth';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { startBareApi } from '../support/harness.ts';

const { wells, equipment, production, users } = endpoints;
const api = await startBareApi();
afterAll(() => api.stop());
const { database, manager, admin, operator } = await api.addTenant();

const piece = fc.oneof(
  fc.constantFrom(
    'PEÑA',
    'pen\u0303a',
    'Æ',
    'ß',
    'ŁÓDŹ',
    'Ω',
    'Щ',
    'İ',
    'ı',
    'ǅ',
    'ﬁ',
    '１',
    '№',
    '\u0345',
    'A\u030a\u0323',
  ),
  fc.constantFrom(' ', '  ', '\t', '\u00a0', '\u2003', '\u2028', '\ufeff', '\u0085', '\u1680'),
  fc.constantFrom('-', '–', '—', '‑', '−', '－', '﹣', '%', '_', '\\'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
  fc.integer({ min: 0xc0, max: 0x52f }).map((code) => String.fromCodePoint(code)),
);
const drawn = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('').replaceAll('\u0000', ''));

test('the text by which PostgreSQL compares is that of the rule', async () => {
  const letters = Array.from({ length: 0x52f }, (_, code) => String.fromCodePoint(code + 1));
  const texts = [...letters, ...fc.sample(drawn, { seed: testSeed, numRuns: times(2_000, 50_000) })];
  const { rows } = await sql<{ key: string }>`
    select search_key(given) as key from unnest(${texts}::text[]) with ordinality as texts (given, place) order by place`.execute(
    database.db,
  );
  expect(rows.map(({ key }) => key)).toEqual(texts.map(searchKey));
});

test('a serial number is one in each of its spellings, and is found by each', async () => {
  const { id: wellId } = await manager.ask(wells.create, { body: aWell() });
  const { serialNumber } = await operator.ask(equipment.create, {
    params: { wellId },
    body: anItem({ serialNumber: 'PEN\u0303A–1' }),
  });
  expect(serialNumber).toBe('PEÑA–1');
  for (const again of ['PEÑA-1', 'pena—1', ' Peña-1 ']) {
    expect(
      await operator.refusal(equipment.create, { params: { wellId }, body: anItem({ serialNumber: again }) }),
    ).toMatchObject({
      code: 'SERIAL_NUMBER_TAKEN',
    });
  }
  for (const search of ['pena-1', 'PEÑA', 'pen\u0303a']) {
    for (const query of [{ search }, { serialNumber: search }]) {
      const { items } = await operator.ask(equipment.list, { query });
      expect(items.map((item) => item.serialNumber)).toEqual([serialNumber]);
    }
  }
  expect((await operator.ask(equipment.list, { query: { search: 'p_na' } })).items).toEqual([]);
});

test('wells, people and notes are found without accents', async () => {
  const well = await manager.ask(wells.create, {
    body: aWell({ name: 'Peña  Blanca #4', apiNumber: '4216500077' }),
  });
  expect([well.name, well.apiNumber]).toEqual(['Peña  Blanca #4', '42-165-00077']);
  for (const search of ['pena blanca', '42-165-00077', '4216500077', '42 165 00077', '65/000', '65-00077']) {
    const { items } = await manager.ask(wells.list, { query: { search } });
    expect([search, items.map(({ id }) => id)]).toEqual([search, [well.id]]);
  }
  const params = { wellId: well.id };
  await operator.ask(production.create, { params, body: anEntry({ notes: 'Válvula  cambiada' }) });
  const found = await operator.ask(production.list, { params, query: { search: 'VALVULA CAMBIADA' } });
  expect(found.items).toHaveLength(1);
  const body = {
    email: 'nunez@search.example',
    name: 'José Núñez',
    role: 'VIEWER',
    password: 'a-long-enough-1',
  } as const;
  await admin.ask(users.create, { body });
  expect((await admin.ask(users.list, { query: { search: 'jose nunez' } })).items).toHaveLength(1);
});

test('an API number is one in each of its spellings, and another well with other digits behind it', async () => {
  await manager.ask(wells.create, { body: aWell({ apiNumber: '42-165-00088' }) });
  for (const apiNumber of ['4216500088', '42 165 00088-00', '42165000880000']) {
    expect((await manager.refusal(wells.create, { body: aWell({ apiNumber }) })).code).toBe(
      'API_NUMBER_TAKEN',
    );
  }
  const sidetrack = await manager.ask(wells.create, { body: aWell({ apiNumber: '421650008801' }) });
  expect(sidetrack.apiNumber).toBe('42-165-00088-01');
});

test('a blank note is no note: a second entry with one does not wipe the first', async () => {
  const { id: wellId } = await manager.ask(wells.create, { body: aWell() });
  const phone = await TestDevice.register(operator, () => api.clock.now());
  const date = '2025-03-10';
  await manager.ask(production.create, {
    params: { wellId },
    body: anEntry({ productionDate: date, oilVolume: 70, notes: 'Pump was off' }),
  });
  const event = phone.event({
    aggregateId: wellId,
    baseVersion: 0,
    payload: { productionDate: date, oilVolume: 70, notes: '  ' },
  });
  expect(await phone.sync([event])).toMatchObject({ failed: [] });
  const { notes } = await operator.ask(production.get, { params: { wellId, date } });
  expect(notes).toBe('Pump was off');
});
