/** Every row that is not taken is named: its line, the cell and why. */
import { endpoints, type ImportMappingInput } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { aWell, uniqueApiNumber } from '@wellpulse/testing';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';
import { importCsv, importForm, postImport } from '../support/import-csv.ts';

const { wells } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { manager, operator } = api.acme;

const MAPPING: ImportMappingInput = {
  well: { column: 'well', by: 'NAME' },
  date: { column: 'day', format: 'dd-MMM-yy' },
  oil: { column: 'oil', unit: 'BBL' },
  water: { column: 'water', unit: 'BBL' },
};
const HEADER = 'well,day,oil,water';
for (const [name, status] of [
  ['A', 'ACTIVE'],
  ['Twin', 'ACTIVE'],
  ['Twin', 'ACTIVE'],
  ['Plugged', 'PLUGGED'],
] as const) {
  const pluggedOn = status === 'PLUGGED' ? '2025-02-28' : null;
  await manager.ask(wells.create, { body: aWell({ name, status, pluggedOn, apiNumber: uniqueApiNumber() }) });
}

const run = (...lines: string[]) => importCsv(manager, [HEADER, ...lines].join('\n'), MAPPING);

describe('a row is refused', () => {
  test.each([
    ['B,01-Mar-25,1,1', 'well', 'B', 'WELL_UNKNOWN'],
    [',01-Mar-25,1,1', 'well', '', 'WELL_UNKNOWN'],
    ['twin,01-Mar-25,1,1', 'well', 'twin', 'WELL_AMBIGUOUS'],
    ['A,31-Feb-25,1,1', 'day', '31-Feb-25', 'DATE_INVALID'],
    ['A,2025-03-01,1,1', 'day', '2025-03-01', 'DATE_INVALID'],
    ['A,,1,1', 'day', '', 'DATE_INVALID'],
    ['A,01-Jan-69,1,1', 'day', '01-Jan-69', 'DATE_IN_FUTURE'],
    ['Plugged,01-Mar-25,1,1', 'day', '01-Mar-25', 'WELL_PLUGGED'],
    ['A,01-Mar-25,much,1', 'oil', 'much', 'NUMBER_INVALID'],
    ['A,01-Mar-25,1,-14', 'water', '-14', 'VOLUME_NEGATIVE'],
    ['A,01-Mar-25,1,"100,000,000"', 'water', '100,000,000', 'VOLUME_TOO_LARGE'],
    ['A,01-Mar-25,,', 'oil', '', 'VOLUME_MISSING'],
    ['A,01-Mar-25,1', null, null, 'MALFORMED_ROW'],
    ['A,01-Mar-25,1,1,1', null, null, 'MALFORMED_ROW'],
  ])('%s: column %s, value "%s", %s', async (line, column, value, code) => {
    const result = await run(line);
    expect(result).toMatchObject({ rows: 1, taken: 0, refusedTotal: 1 });
    expect(result.refused).toEqual([{ row: 2, column, value, code, reason: expect.any(String) }]);
  });

  test('and the others are taken, whatever stands around them; lines are counted as in an editor', async () => {
    const result = await run(
      'A,01-Apr-25,1,',
      'A,02-Apr-25,-1,',
      '',
      'A,03-Apr-25,"2',
      '2",',
      'A,04-Apr-25,4,',
      'B,05-Apr-25,5,',
    );
    expect(result).toMatchObject({ rows: 5, taken: 2 });
    expect(result.refused.map(({ row, code }) => [row, code])).toEqual([
      [3, 'VOLUME_NEGATIVE'],
      [6, 'NUMBER_INVALID'],
      [8, 'WELL_UNKNOWN'],
    ]);
  });

  test('if it gives other volumes for a day than an earlier row; the same again is only repeated', async () => {
    const result = await run('A,01-May-25,1,2', 'A,01-May-25,1.00,2', 'A,01-May-25,3,2');
    expect(result).toMatchObject({ rows: 3, taken: 1, unchanged: 1 });
    expect(result.refused).toMatchObject([
      { row: 4, column: 'day', value: '01-May-25', code: 'DUPLICATE_DAY' },
    ]);
  });

  test('if a quote is left open, and no other row with it', async () => {
    const days = Array.from({ length: 2_500 }, (_, day) => addDays('1990-01-01', day));
    const rows = days.map((day) => `A,${day},1,`);
    const file = [HEADER, 'A,1989-12-31,1,', 'A,1989-12-30,"2,', ...rows, 'A,1989-12-29,"3,'].join('\r\n');
    const mapping = { ...MAPPING, date: { column: 'day', format: 'yyyy-MM-dd' } };
    const refused = [3, 2_504].map((row) => ({
      row,
      column: null,
      value: null,
      code: 'MALFORMED_ROW',
      reason: 'A quote is left open in this line',
    }));
    expect(await importCsv(manager, file, { ...mapping, onError: 'ABORT' })).toMatchObject({
      aborted: true,
      rows: 2_503,
      taken: 0,
      refused,
    });
    expect(await importCsv(manager, file, mapping)).toMatchObject({ rows: 2_503, taken: 2_501, refused });
  });

  test('if only the database minds it', async () => {
    const { db } = api.ownerOf(api.acme.entry);
    await sql`alter table production_data add constraint no_thirteen check (oil_volume <> 13)`.execute(db);
    const result = await run('A,01-Jul-25,12,', 'A,02-Jul-25,13,', 'A,03-Jul-25,14,');
    expect(result.taken).toBe(2);
    expect(result.refused).toMatchObject([{ row: 3, code: 'REFUSED_BY_DATABASE' }]);
  });
});

describe('the whole import is refused', () => {
  async function problemOf(body: BodyInit, caller = manager): Promise<unknown> {
    return (await postImport(caller, body)).json();
  }
  const refusedAt = (path: string) => ({ status: 400, code: 'VALIDATION_FAILED', errors: [{ path }] });
  const file = `${HEADER}\nA,01-Mar-25,1,1\n`;

  test.each([
    ['mapping.oil.column', { ...MAPPING, oil: { column: 'gold', unit: 'BBL' } }],
    ['mapping.well.column', { ...MAPPING, well: { column: 'x', by: 'NAME' } }],
    ['mapping.where[0].column', { ...MAPPING, where: [{ column: 'x', equals: '1' }] }],
    ['mapping.date.format', { ...MAPPING, date: { column: 'day', format: 'yyyy-MM-dd dd' } }],
    ['mapping.oil.unit', { ...MAPPING, oil: { column: 'oil', unit: 'GALLON' } }],
    ['mapping.speed', { ...MAPPING, speed: 'fast' }],
    ['mapping.oil', { well: MAPPING.well, date: MAPPING.date }],
  ])('with the path %s', async (path, mapping) => {
    expect(await problemOf(importForm(file, mapping))).toMatchObject(refusedAt(path));
  });

  test('without its parts, or with ones that are no good', async () => {
    const withoutFile = new FormData();
    withoutFile.set('mapping', JSON.stringify(MAPPING));
    expect(await problemOf(withoutFile)).toMatchObject(refusedAt('file'));
    const withoutMapping = new FormData();
    withoutMapping.set('file', new Blob([file]), 'x.csv');
    expect(await problemOf(withoutMapping)).toMatchObject(refusedAt('mapping'));
    const notJson = importForm(file, MAPPING);
    notJson.set('mapping', '{');
    expect(await problemOf(notJson)).toMatchObject(refusedAt('mapping'));
    expect(await problemOf(importForm('', MAPPING))).toMatchObject(refusedAt('file'));
  });

  test('unless it is multipart', async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await manager.fetch('/imports/production', { method: 'POST', headers, body: '{}' });
    expect([response.status, await response.json()]).toMatchObject([415, { code: 'UNSUPPORTED_MEDIA_TYPE' }]);
    const broken = await manager.fetch('/imports/production', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhalf of i',
    });
    expect([broken.status, await broken.json()]).toMatchObject([400, { code: 'MALFORMED_REQUEST' }]);
  });

  test('to somebody who may not import, before anything is read', async () => {
    expect(await problemOf(importForm(file, MAPPING), operator)).toMatchObject({ status: 403 });
  });
});

test('the mapping may come after the file', async () => {
  const body = new FormData();
  body.set('file', new Blob([`${HEADER}\nA,01-Aug-25,1,1\n`]), 'x.csv');
  body.set('mapping', JSON.stringify(MAPPING));
  expect(await (await postImport(manager, body)).json()).toMatchObject({ taken: 1 });
});
