import { importMappingSchema } from '@wellpulse/contracts';
import { describe, expect, it } from 'vitest';
import { importColumns, importRowReader, NO_NUMBERS, type WellFinder } from './import-row.ts';

const HEADER = ['Well', 'Day', 'Oil', 'Water', 'Kind'];
const mapping = importMappingSchema.parse({
  well: { column: 'Well', by: 'NAME' },
  date: { column: 'Day', format: 'dd-MMM-yy' },
  oil: { column: 'Oil', unit: 'BBL' },
  water: { column: 'Water', unit: 'SM3' },
  where: [{ column: 'Kind', equals: ' production ' }],
});
const wells: WellFinder = (text) =>
  text === 'Acme #1'
    ? { ok: true, wellId: 'the well' }
    : { ok: false, code: 'WELL_UNKNOWN', reason: 'There is no such well' };

function read(...cells: string[]) {
  const found = importColumns(mapping, HEADER);
  if (!found.ok) throw new Error('The header has every column');
  return importRowReader(mapping, HEADER, found.columns, wells)(cells);
}

describe('a row of a file', () => {
  it('says the volumes of a day of a well, in our units', () => {
    expect(read('Acme #1', '07-Apr-14', '1,284.5', '10', 'production')).toEqual({
      kind: 'ROW',
      wellId: 'the well',
      day: '2014-04-07',
      dayText: '07-Apr-14',
      estimatedFrom: null,
      volumes: { ...NO_NUMBERS, oilVolume: 1284.5, waterVolume: 62.9 },
    });
  });

  it('is skipped where the filter leaves it out, whatever else it says', () => {
    expect(read('', '', '', '', 'injection')).toEqual({ kind: 'SKIPPED' });
  });

  it.each([
    [['Acme #1', '07-Apr-14', '1', '1', 'production', 'more'], 'MALFORMED_ROW', null, null],
    [['Acme #9', 'no day', '1', '1', 'production'], 'WELL_UNKNOWN', 'Well', 'Acme #9'],
    [['Acme #1', 'no day', 'x', '1', 'production'], 'DATE_INVALID', 'Day', 'no day'],
    [['Acme #1', '07-Apr-14', 'x', '-1', 'production'], 'NUMBER_INVALID', 'Oil', 'x'],
    [['Acme #1', '07-Apr-14', '1', '-1', 'production'], 'VOLUME_NEGATIVE', 'Water', '-1'],
    [['Acme #1', '07-Apr-14', '', ' ', 'production'], 'VOLUME_MISSING', 'Oil', ''],
  ])('%j is refused: %s', (cells, code, column, value) => {
    expect(read(...cells)).toMatchObject({ kind: 'REFUSED', code, column, value });
  });
});

it('names the first column that the file lacks, by its place in the mapping', () => {
  expect(importColumns(mapping, ['Well', 'Day', 'Water'])).toEqual({
    ok: false,
    missing: { column: 'Oil', path: 'mapping.oil.column' },
  });
  expect(importColumns(mapping, ['Well', 'Day', 'Oil', 'Water'])).toEqual({
    ok: false,
    missing: { column: 'Kind', path: 'mapping.where[0].column' },
  });
});
