/** Files that hold the totals of months (ADR 88). */
import { endpoints, type ImportMappingInput } from '@wellpulse/contracts';
import { aWell, uniqueApiNumber } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';
import { importCsv } from '../support/import-csv.ts';

const { wells, production } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { manager, operator, viewer } = api.acme;

test('the totals of a month become its days, marked, and sum to them to the hundredth', async () => {
  const apiNumber = uniqueApiNumber();
  const { id: wellId } = await manager.ask(wells.create, { body: aWell({ apiNumber }) });
  const records = async () =>
    (await viewer.ask(production.list, { params: { wellId }, query: { order: 'asc' } })).items;
  const mapping: ImportMappingInput = {
    well: { column: 'api', by: 'API_NUMBER' },
    date: { column: 'month', format: 'MMM yyyy' },
    oil: { column: 'oil', unit: 'BBL' },
    gas: { column: 'gas', unit: 'MCF' },
    monthTotals: { daysOn: { column: 'on' } },
  };
  const file = (...lines: string[]) => `${['api,month,oil,gas,on', ...lines].join('\n')}\n`;
  const take = (text: string, dryRun: 'true' | 'false' = 'false') =>
    importCsv(manager, text, mapping, { dryRun });
  await operator.ask(production.create, {
    params: { wellId },
    body: { productionDate: '2025-02-03', oilVolume: 41 },
  });
  const february = file(`${apiNumber},Feb 2025,100.01,7,`);
  const spread = { rows: 1, taken: 27, updated: 0, unchanged: 1, refusedTotal: 0 };
  expect(await take(february, 'true')).toMatchObject(spread);
  expect(await take(february)).toMatchObject(spread);
  expect(await take(february)).toMatchObject({ taken: 0, updated: 0, unchanged: 28 });
  const days = await records();
  expect(days).toHaveLength(28);
  const shares = days.filter(({ estimatedFrom }) => estimatedFrom === '2025-02');
  const sum = shares.reduce((total, { oilVolume }) => total + Math.round((oilVolume ?? 0) * 100), 0);
  // What was typed stays; its own share of 3.57 is not there.
  expect([shares.length, sum]).toEqual([27, 10_001 - 357]);
  expect(days.find(({ productionDate }) => productionDate === '2025-02-03')).toMatchObject({
    oilVolume: 41,
    gasVolume: null,
    estimatedFrom: null,
  });

  const january = file(
    `${apiNumber},Jan 2025,90,,9`,
    `${apiNumber},Jan 2025,91,,9`,
    `${apiNumber},Dec 2024,5,,32`,
  );
  expect(await take(january)).toMatchObject({
    taken: 9,
    refused: [
      { row: 3, code: 'DUPLICATE_DAY' },
      { row: 4, column: 'on', value: '32', code: 'DAYS_ON_INVALID' },
    ],
  });
  const on = (await records()).filter(({ productionDate }) => productionDate < '2025-02-01');
  expect(on.map(({ oilVolume }) => oilVolume)).toEqual(Array(9).fill(10));
  const future = file(`${apiNumber},Jan 2999,5,,`);
  expect(await take(future)).toMatchObject({ taken: 0, refused: [{ code: 'DATE_IN_FUTURE' }] });
  expect((await verifyLog(api.acme.database.db)).faults).toEqual([]);
});
