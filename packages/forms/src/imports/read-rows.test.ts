import { importMappingSchema } from '@wellpulse/contracts';
import { createWords } from '@wellpulse/words';
import { describe, expect, it } from 'vitest';
import { toPreview } from './csv-preview.ts';
import { readRows } from './read-rows.ts';

const words = createWords('en');
const preview = await toPreview(
  [
    'Well,Day,Oil,Water,Kind',
    'Acme #1,07-Apr-14,"1,284.5",10,production',
    'Acme #1,08-Apr-14,1,-14,production',
    'Acme #1,08-04-14,1,1,production',
    'Acme #1,09-Apr-14,,,production',
    'Acme #1,09-Apr-14,1,1,injection',
    'Acme #1,10-Apr-30,1,1,production',
    'Acme #1,10-Apr-14,1,1,production,more',
    '',
  ].join('\n'),
  true,
);
const mapping = importMappingSchema.parse({
  well: { column: 'Well', by: 'NAME' },
  date: { column: 'Day', format: 'dd-MMM-yy' },
  oil: { column: 'Oil', unit: 'BBL' },
  water: { column: 'Water', unit: 'SM3' },
  where: [{ column: 'Kind', equals: 'production' }],
});

describe('what the first rows say', () => {
  const rows = readRows(words, preview, mapping, '2025-10-24');

  it('reads days, thousands and cubic metres', () => {
    expect(rows[0]).toEqual({
      line: 2,
      well: 'Acme #1',
      kind: 'TAKEN',
      day: '2014-04-07',
      volumes: { oilVolume: 1284.5, gasVolume: null, waterVolume: 62.9 },
      estimatedFrom: null,
      spreadOver: null,
    });
  });

  it('marks the share of a month, and refuses what is no month', async () => {
    const shares = await toPreview(
      'Well,Day,Oil,Month\nA,2025-10-01,30,2025-10\nA,2025-10-02,30,Oct\n',
      true,
    );
    const read = readRows(
      words,
      shares,
      importMappingSchema.parse({
        well: { column: 'Well', by: 'NAME' },
        date: { column: 'Day', format: 'yyyy-MM-dd' },
        oil: { column: 'Oil', unit: 'BBL' },
        estimatedFrom: { column: 'Month' },
      }),
      '2025-10-24',
    );
    expect(read).toMatchObject([{ kind: 'TAKEN', estimatedFrom: '2025-10' }, { kind: 'REFUSED' }]);
  });

  it('says why a row will be refused', () => {
    expect(rows.slice(1).map((row) => (row.kind === 'REFUSED' ? row.reason : row.kind))).toEqual([
      'Water “-14”: a volume is never negative',
      'Day “08-04-14”: is not a day written as dd-MMM-yy',
      'Neither oil nor gas nor water is given',
      'SKIPPED',
      'The day has not come yet',
      'Has 6 cells where the header has 5',
    ]);
  });
});
