import { endpoints, type ImportMappingInput, type ProductionRecord } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { aWell, uniqueApiNumber } from '@wellpulse/testing';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';
import { importCsv } from '../support/import-csv.ts';
import { LiveReader } from '../support/live-reader.ts';
import { until } from '../support/until.ts';

const { wells, production, alerts } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { manager, operator, viewer } = api.acme;

const MAPPING: ImportMappingInput = {
  well: { column: 'well', by: 'API_NUMBER' },
  date: { column: 'day', format: 'yyyy-MM-dd' },
  oil: { column: 'oil', unit: 'BBL' },
  gas: { column: 'gas', unit: 'MCF' },
  water: { column: 'water', unit: 'BBL' },
};
const HEADER = 'well,day,oil,gas,water';

let apiNumber: string;
let wellId: string;
beforeEach(async () => {
  apiNumber = uniqueApiNumber();
  ({ id: wellId } = await manager.ask(wells.create, { body: aWell({ apiNumber }) }));
});

const csv = (...lines: string[]): string => `${[HEADER, ...lines].join('\n')}\n`;
const run = (text: BlobPart, given: Partial<ImportMappingInput> = {}, dryRun = false) =>
  importCsv(manager, text, { ...MAPPING, ...given }, { dryRun: dryRun ? 'true' : 'false' });
const records = async (): Promise<ProductionRecord[]> =>
  (await viewer.ask(production.list, { params: { wellId }, query: { order: 'asc' } })).items;
const volumesOf = async (): Promise<unknown[]> =>
  (await records()).map(({ productionDate, oilVolume, gasVolume, waterVolume }) => [
    productionDate,
    oilVolume,
    gasVolume,
    waterVolume,
  ]);

describe('taking rows', () => {
  test('each row becomes a record that says it was imported, and by whom', async () => {
    const result = await run(csv(`${apiNumber},2025-03-01,42.5,100,`, `${apiNumber},2025-03-02,0,,7.25`));
    expect(result).toEqual({
      importId: expect.any(String),
      dryRun: false,
      aborted: false,
      rows: 2,
      taken: 2,
      updated: 0,
      unchanged: 0,
      skipped: 0,
      refused: [],
      refusedTotal: 0,
      kept: [],
      keptTotal: 0,
    });
    expect(await volumesOf()).toEqual([
      ['2025-03-01', 42.5, 100, null],
      ['2025-03-02', 0, null, 7.25],
    ]);
    expect(await records()).toMatchObject([
      { entryMethod: 'SCADA', createdBy: manager.session.user.id, notes: null, version: 1 },
      { entryMethod: 'SCADA' },
    ]);
  });

  test('the same file again takes nothing and writes nothing to the log', async () => {
    const file = csv(`${apiNumber},2025-03-01,42.5,100,`, `${apiNumber},2025-03-02,41,,`);
    await run(file);
    const before = await verifyLog(api.acme.database.db);
    expect(await run(file)).toMatchObject({ taken: 0, updated: 0, unchanged: 2, refused: [] });
    expect(await verifyLog(api.acme.database.db)).toEqual(before);
  });

  test('a share of a month is marked as an estimate, and gives way to what is typed and measured', async () => {
    const day = (of: number) => `2025-03-0${of}`;
    const typed = { params: { wellId }, body: { productionDate: day(3), oilVolume: 42 } };
    await operator.ask(production.create, typed);
    const header = `${HEADER},month`;
    const rows = (month: string, days: readonly number[], oil = 30) =>
      `${[header, ...days.map((of) => `${apiNumber},${day(of)},${oil},100,,${month}`)].join('\n')}\n`;
    const mapping = { estimatedFrom: { column: 'month' } };
    const shares = await run(rows('2025-03', [1, 2, 3]), mapping);
    expect(shares).toMatchObject({ taken: 2, updated: 0, unchanged: 1 });
    const marks = async () =>
      (await records()).map(({ oilVolume, estimatedFrom }) => [oilVolume, estimatedFrom]);
    const march = '2025-03';
    expect(await marks()).toEqual([
      [30, march],
      [30, march],
      [42, null],
    ]);
    const series = await viewer.ask(production.series, { params: { wellId }, query: {} });
    expect(series.estimatedDates).toEqual([day(1), day(2)]);

    expect(await run(rows('', [1], 31), mapping)).toMatchObject({ updated: 1 });
    await operator.ask(production.create, {
      params: { wellId },
      body: { productionDate: day(2), oilVolume: 43 },
    });
    expect(await run(rows('2025-03', [1, 2]), mapping)).toMatchObject({ unchanged: 2 });
    expect(await marks()).toEqual([
      [31, null],
      [43, null],
      [42, null],
    ]);
    expect(await run(rows('2025-03', [4]), mapping)).toMatchObject({ taken: 1 });
    // A share of a month is no reading to be compared with: 42 of the day before is a third more.
    expect((await viewer.ask(alerts.list, { query: { wellId } })).items).toMatchObject([
      { productionDate: day(2), product: 'OIL', previousValue: 31, currentValue: 43 },
    ]);
    const sheet = await viewer.ask(production.daySheet, { query: { date: day(5) } });
    const { previous } = sheet.items.find((row) => row.wellId === wellId) ?? {};
    expect(previous).toMatchObject({ oilVolume: 30, estimatedFrom: march });
    const [share] = (await records()).slice(-1);
    const change = { version: 1, notes: 'Compressor down' };
    const params = { wellId, id: share?.id ?? '' };
    const kept = await operator.ask(production.update, { params, body: { ...change, oilVolume: 30 } });
    expect(kept).toMatchObject({ oilVolume: 30, gasVolume: 100, estimatedFrom: march });
    const read = { version: kept.version, oilVolume: 420, confirmed: true } as const;
    expect(await operator.ask(production.update, { params, body: read })).toMatchObject({
      oilVolume: 420,
      gasVolume: null,
      estimatedFrom: null,
      confirmed: true,
      entryMethod: 'MANUAL',
    });
    const { items } = await viewer.ask(production.history, { params });
    expect(items.at(-1)?.changes).toEqual(
      expect.arrayContaining([
        { field: 'estimatedFrom', from: march, to: null },
        { field: 'confirmed', from: null, to: true },
      ]),
    );
    const { refused } = await run(rows('March', [5]), mapping);
    expect(refused).toMatchObject([{ column: 'month', value: 'March', code: 'MONTH_INVALID' }]);
    expect((await verifyLog(api.acme.database.db)).faults).toEqual([]);
  });

  test('other values update a record, but not what a person typed; a blank cell says nothing and clears nothing', async () => {
    await operator.ask(production.create, {
      params: { wellId },
      body: { productionDate: '2025-03-01', oilVolume: 40, gasVolume: 10, notes: 'Typed in' },
    });
    const file = csv(`${apiNumber},2025-03-01,42.5,,3`);
    expect(await run(file)).toMatchObject({
      updated: 1,
      keptTotal: 1,
      kept: [{ row: 2, wellId, productionDate: '2025-03-01', field: 'oilVolume', typed: 40, imported: 42.5 }],
    });
    expect(await run(file)).toMatchObject({ updated: 0, unchanged: 1, keptTotal: 1 });
    expect(await run(csv(`${apiNumber},2025-03-01,,,4`))).toMatchObject({ updated: 1, keptTotal: 0 });
    expect(await run(csv(`${apiNumber},2025-03-01,,,3`))).toMatchObject({ updated: 1 });
    expect(await run(file, { typed: 'REPLACE' })).toMatchObject({ taken: 0, updated: 1, keptTotal: 0 });
    // A form sends all its boxes: what came back as it was nobody typed.
    const [record] = await records();
    await operator.ask(production.update, {
      params: { wellId, id: record?.id ?? '' },
      body: { version: record?.version ?? 0, oilVolume: 42.5, gasVolume: 10, notes: 'Seen' },
    });
    const newer = csv(`${apiNumber},2025-03-01,43,,`);
    expect(await run(newer)).toMatchObject({ updated: 1, keptTotal: 0 });
    expect(await records()).toMatchObject([
      {
        oilVolume: 43,
        gasVolume: 10,
        waterVolume: 3,
        notes: 'Seen',
        entryMethod: 'MANUAL',
        createdBy: operator.session.user.id,
        updatedBy: manager.session.user.id,
        version: 7,
      },
    ]);
  });

  test('a deleted day is taken again and goes on from its version', async () => {
    await run(csv(`${apiNumber},2025-03-01,42.5,,`));
    const [first] = await records();
    await manager.ask(production.remove, { params: { wellId, id: first?.id ?? '' } });
    expect(await run(csv(`${apiNumber},2025-03-01,42.5,,`))).toMatchObject({ taken: 1 });
    expect(await records()).toMatchObject([{ id: first?.id, version: 3 }]);
  });

  test('rows are found by name and by id too, whatever the case and the spacing', async () => {
    const name = `Mærsk  North ${apiNumber}`;
    ({ id: wellId } = await manager.ask(wells.create, { body: aWell({ name }) }));
    const byName = { well: { column: 'well', by: 'NAME' as const } };
    await run(csv(`  mærsk north ${apiNumber} ,2025-03-01,1,,`), byName);
    await run(csv(`${wellId.toUpperCase()},2025-03-02,2,,`), { well: { column: 'well', by: 'ID' } });
    expect(await volumesOf()).toHaveLength(2);
  });

  test('alerts follow imported values like any others', async () => {
    await run(csv(`${apiNumber},2025-03-02,50,,`, `${apiNumber},2025-03-01,100,,`));
    const { items } = await viewer.ask(alerts.list, { query: { wellId } });
    expect(items).toMatchObject([{ productionDate: '2025-03-02', changePercent: -50 }]);
  });

  test('cubic metres become barrels and MCF', async () => {
    await run(csv(`${apiNumber},2025-03-01,"1,000",1000,0.5`), {
      oil: { column: 'oil', unit: 'SM3' },
      gas: { column: 'gas', unit: 'SM3' },
      water: { column: 'water', unit: 'SM3' },
    });
    expect(await volumesOf()).toEqual([['2025-03-01', 6289.81, 35.31, 3.14]]);
  });
});

describe('files as programs write them', () => {
  const row = (day: string, oil: string): string => `${apiNumber},${day},${oil},,`;

  test.each([
    ['a byte order mark', () => `\uFEFF${csv(row('2025-03-01', '1'))}`],
    ['CRLF', () => csv(row('2025-03-01', '1')).replaceAll('\n', '\r\n')],
    ['old Mac line ends', () => csv(row('2025-03-01', '1')).replaceAll('\n', '\r')],
    ['no last line end', () => csv(row('2025-03-01', '1')).trimEnd()],
    ['empty lines', () => `${csv('', row('2025-03-01', '1'), '', '')}\n\n`],
    ['quotes around everything', () => csv(row('2025-03-01', '1')).replaceAll(/[^,\n]+/g, '"$&"')],
    ['semicolons', () => csv(row('2025-03-01', '1')).replaceAll(',', ';')],
    ['tabs', () => csv(row('2025-03-01', '1')).replaceAll(',', '\t')],
    ['spaces around names', () => csv(row('2025-03-01', '1')).replace('oil', ' oil ')],
    [
      'columns that nobody asked for',
      () => csv(row('2025-03-01', '1')).replace('oil', 'x,oil').replace(',1,', ',z,1,'),
    ],
  ])('with %s', async (_, file) => {
    expect(await run(file())).toMatchObject({ taken: 1, refused: [] });
    expect(await volumesOf()).toEqual([['2025-03-01', 1, null, null]]);
  });

  test('with semicolons and decimal commas', async () => {
    const file = csv(row('2025-03-01', '1.234,5')).replaceAll(/,(?!5)/g, ';');
    expect(await run(file, { decimalSeparator: ',' })).toMatchObject({ taken: 1 });
    expect(await volumesOf()).toEqual([['2025-03-01', 1234.5, null, null]]);
  });

  test("in Windows' Latin letters, even if the first of them comes late", async () => {
    const name = `MÆRSK ${apiNumber}`;
    ({ id: wellId } = await manager.ask(wells.create, { body: aWell({ name }) }));
    const others = Array.from({ length: 5_000 }, () => 'Other,2025-03-01,1,,');
    const file = Buffer.from(csv(...others, `${name},2025-03-01,1,,`), 'latin1');
    expect(
      await run(file, {
        well: { column: 'well', by: 'NAME' },
        where: [{ column: 'well', equals: name }],
      }),
    ).toMatchObject({ taken: 1, skipped: 5_000, refused: [] });
  });

  test('with rows that are none of ours, which `where` leaves out and counts', async () => {
    const file = `${HEADER},kind\n${apiNumber},2025-03-01,1,,,production\nx,y,-1,,,injection\n`;
    expect(await run(file, { where: [{ column: 'kind', equals: 'production' }] })).toMatchObject({
      rows: 2,
      taken: 1,
      skipped: 1,
      refused: [],
    });
  });

  test('larger than a chunk, while others enter and the page shows how far it is', async () => {
    const days = 4_100;
    const rows = Array.from({ length: days }, (_, day) => row(addDays('2010-01-01', day), String(day % 90)));
    const importId = crypto.randomUUID();
    const live = await LiveReader.open(viewer);
    const { id: other } = await manager.ask(wells.create, { body: aWell() });
    const [result, entry] = await Promise.all([
      importCsv(manager, csv(...rows), MAPPING, { importId }),
      operator.call(production.create, {
        params: { wellId: other },
        body: { productionDate: '2025-03-01', oilVolume: 1 },
      }),
    ]);
    expect(result).toMatchObject({ importId, rows: days, taken: days });
    expect(entry.ok).toBe(true);
    const { data } = await live.next('the end is told', (message) => {
      const progress = message.data as { importId?: string; rows?: number };
      return progress.importId === importId && progress.rows === days;
    });
    expect(data).toMatchObject({ taken: days, refused: 0, bytesTotal: Buffer.byteLength(csv(...rows)) });
    live.close();
  });
});

test('two runs of one file at the same moment take each row once', async () => {
  const rows = Array.from({ length: 300 }, (_, day) => `${apiNumber},${addDays('2020-01-01', day)},${day},,`);
  const results = await Promise.all([1, 2, 3].map(() => run(csv(...rows))));
  expect(results.reduce((sum, { taken }) => sum + taken, 0)).toBe(300);
  expect(results.reduce((sum, { unchanged }) => sum + unchanged, 0)).toBe(600);
  expect((await verifyLog(api.acme.database.db)).faults).toEqual([]);
});

describe('a dry run', () => {
  test('says what would happen, and nothing does', async () => {
    await run(csv(`${apiNumber},2025-03-01,1,,`, `${apiNumber},2025-03-02,1,,`));
    const before = await records();
    const file = csv(
      `${apiNumber},2025-03-01,1,,`,
      `${apiNumber},2025-03-02,2,,`,
      `${apiNumber},2025-03-03,3,,`,
      `${apiNumber},2025-03-04,-4,,`,
    );
    const rehearsed = await run(file, {}, true);
    expect(rehearsed).toMatchObject({
      dryRun: true,
      rows: 4,
      taken: 1,
      updated: 1,
      unchanged: 1,
      refused: [{ row: 5, code: 'VOLUME_NEGATIVE' }],
    });
    expect(await records()).toEqual(before);
    const { importId: _rehearsal, ...expected } = rehearsed;
    expect(await run(file)).toMatchObject({ ...expected, dryRun: false });
  });
});

describe('onError: ABORT', () => {
  const abort = { onError: 'ABORT' as const };

  test('takes nothing if one row is refused', async () => {
    const file = csv(`${apiNumber},2025-03-01,1,,`, `${apiNumber},2025-03-02,-1,,`);
    expect(await run(file, abort)).toMatchObject({
      aborted: true,
      rows: 2,
      taken: 0,
      updated: 0,
      unchanged: 0,
      refused: [{ row: 3, code: 'VOLUME_NEGATIVE' }],
    });
    expect(await records()).toEqual([]);
  });

  test('takes all if none is', async () => {
    const file = csv(`${apiNumber},2025-03-01,1,,`, `${apiNumber},2025-03-02,2,,`);
    expect(await run(file, abort)).toMatchObject({ aborted: false, taken: 2 });
    expect(await records()).toHaveLength(2);
    expect((await verifyLog(api.acme.database.db)).faults).toEqual([]);
  });

  test('only tries when it is a dry run', async () => {
    expect(await run(csv(`${apiNumber},2025-03-01,1,,`), abort, true)).toMatchObject({
      aborted: false,
      dryRun: true,
      taken: 1,
    });
    expect(await records()).toEqual([]);
  });

  // The last one: it plugs the well behind the log's back.
  test('takes nothing if a row is refused that was none when it tried', async () => {
    const { pool } = api.acme.database;
    const other = await pool.connect();
    await other.query(`begin; select pg_advisory_xact_lock(hashtext('wellpulse-writer'))`);
    const importing = run(csv(`${apiNumber},2025-03-01,1,,`), abort);
    await until('the import waits for its turn', async () => {
      const { rowCount } = await pool.query(
        `select from pg_locks l join pg_database d on d.oid = l.database
         where d.datname = current_database() and locktype = 'advisory' and not granted`,
      );
      return rowCount === 0 ? null : true;
    });
    await other.query(`update wells set status = 'PLUGGED' where id = '${wellId}'; commit`);
    other.release();
    expect(await importing).toMatchObject({ aborted: true, taken: 0, refused: [{ code: 'WELL_PLUGGED' }] });
    expect(await records()).toEqual([]);
  });
});
