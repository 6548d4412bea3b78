import { endpoints } from '@wellpulse/contracts';
import { aUser, aWell, signIn, TEST_PASSWORD } from '@wellpulse/testing';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';

const { wells, production, users } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { admin, manager, viewer } = api.acme;

const well = await manager.ask(wells.create, { body: aWell() });
const params = { wellId: well.id };
// A name that a spreadsheet would run, if it were not made text.
const body = aUser({ name: '=HYPERLINK("http://evil.example")' });
await admin.ask(users.create, { body });
const formula = await signIn(api.baseUrl, {
  tenant: api.acme.slug,
  email: body.email,
  password: TEST_PASSWORD,
});

const NOTES = [
  'plain',
  'MÆRSK, "quoted"',
  'two\nlines',
  '=1+1',
  '+1',
  '-5 psi',
  '@SUM(A1)',
  'ends with =1',
  '5 - 3',
] as const;
await formula.ask(production.createBulk, {
  params,
  body: {
    entries: NOTES.map((notes, index) => ({
      productionDate: `2025-03-0${index + 1}`,
      oilVolume: index === 0 ? null : 40 + index / 4,
      gasVolume: 0,
      notes,
    })),
  },
});

const fetchCsv = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  viewer.fetch(`/wells/${well.id}/production${path}`, { headers });

test('CSV has a byte order mark, CRLF, a header, and a name after the API number', async () => {
  const response = await fetchCsv('?format=csv&order=asc');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename=${well.apiNumber}-production.csv`,
  );
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
  const [header] = bytes.toString('utf8').slice(1).split('\r\n');
  expect(header).toBe(
    'productionDate,oilVolume,gasVolume,waterVolume,entryMethod,notes,estimatedFrom,createdByName,createdAt,updatedAt',
  );
});

test('a program reads back what was entered; what a spreadsheet would run is made text by an apostrophe', async () => {
  const text = await (await fetchCsv('?format=csv&order=asc')).text();
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  expect(rows.map(({ notes }) => notes)).toEqual([
    'plain',
    'MÆRSK, "quoted"',
    'two\nlines',
    "'=1+1",
    '+1',
    "'-5 psi",
    "'@SUM(A1)",
    'ends with =1',
    '5 - 3',
  ]);
  expect(rows[0]).toMatchObject({ oilVolume: '', gasVolume: '0', waterVolume: '', entryMethod: 'MANUAL' });
  expect(rows[1]).toMatchObject({ productionDate: '2025-03-02', oilVolume: '40.25' });
  expect(new Set(rows.map(({ createdByName }) => createdByName))).toEqual(
    new Set([`'=HYPERLINK("http://evil.example")`]),
  );
});

test('CSV takes the filters and the order of the list, and no limit', async () => {
  const text = await (await fetchCsv('?format=csv&sort=oilVolume&order=desc&from=2025-03-08&limit=1')).text();
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  expect(rows.map(({ oilVolume }) => oilVolume)).toEqual(['42', '41.75']);
});

test('a caller that accepts only CSV gets it', async () => {
  const response = await fetchCsv('', { accept: 'text/csv' });
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const json = await fetchCsv('', { accept: '*/*' });
  expect(json.headers.get('content-type')).toMatch(/^application\/json/);
});
