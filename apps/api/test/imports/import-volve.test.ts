/** The real file of two North Sea wells, with the checksums that its publisher's data gives. */
import { endpoints, type ImportMappingInput } from '@wellpulse/contracts';
import { BARRELS_PER_SM3 } from '@wellpulse/domain';
import { aWell } from '@wellpulse/testing';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startBareApi } from '../support/harness.ts';
import { importCsv } from '../support/import-csv.ts';

const FILE = new URL('../../../../../shared/data/volve/volve-daily-f1c-f12.csv', import.meta.url);

const MAPPING: ImportMappingInput = {
  well: { column: 'NPD_WELL_BORE_NAME', by: 'NAME' },
  date: { column: 'DATEPRD', format: 'dd-MMM-yy' },
  oil: { column: 'BORE_OIL_VOL', unit: 'SM3' },
  gas: { column: 'BORE_GAS_VOL', unit: 'SM3' },
  water: { column: 'BORE_WAT_VOL', unit: 'SM3' },
};

const negative = { code: 'VOLUME_NEGATIVE', reason: 'A volume is never negative' };

test.skipIf(!existsSync(FILE))('the Volve file (skipped where it is not beside the project)', async () => {
  const api = await startBareApi();
  afterAll(() => api.stop());
  const { manager, viewer, database } = await api.addTenant();
  const wellOf = async (name: string) =>
    (await manager.ask(endpoints.wells.create, { body: aWell({ name }) })).id;
  const [f1c, f12] = [await wellOf('15/9-F-1 C'), await wellOf('15/9-F-12')];
  const file = await readFile(FILE);

  const first = await importCsv(manager, file, MAPPING);
  expect(first).toMatchObject({
    rows: 3802,
    taken: 3800,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    refusedTotal: 2,
  });
  expect(first.refused).toEqual([
    { row: 819, column: 'BORE_WAT_VOL', value: '-14', ...negative },
    { row: 2339, column: 'BORE_WAT_VOL', value: '-458', ...negative },
  ]);
  expect(await importCsv(manager, file, MAPPING)).toMatchObject({ taken: 0, updated: 0, unchanged: 3800 });

  const expected = [
    { wellId: f1c, days: 746, oilSm3: 177_707 },
    // Without the two refused days and their 2,736 and 633 Sm3.
    { wellId: f12, days: 3054, oilSm3: 4_579_620 - 2736 - 633 },
  ];
  for (const { wellId, days, oilSm3 } of expected) {
    const summary = await viewer.ask(endpoints.production.summary, { params: { wellId }, query: {} });
    expect(summary.days).toBe(days);
    const halfHundredthADay = 0.005 * days;
    const difference = (summary.totals.oilVolume ?? 0) - oilSm3 * BARRELS_PER_SM3;
    expect(Math.abs(difference)).toBeLessThanOrEqual(halfHundredthADay);
  }
  expect((await verifyLog(database.db)).faults).toEqual([]);
});
