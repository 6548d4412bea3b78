import { importMappingSchema } from '@wellpulse/contracts';
import { describe, expect, it } from 'vitest';
import { importColumns, importRowReader, NO_NUMBERS, type WellFinder } from './import-row.ts';

const TODAY = '2025-10-24';
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
  return importRowReader(mapping, HEADER, found.columns, { findWell: wells, today: TODAY })(cells);
}

describe('a row of a file', () => {
  it('says the volumes of a day of a well, in our units', () => {
    expect(read('Acme #1', '07-Apr-14', '1,284.5', '10', 'production')).toEqual({
      kind: 'ROW',
      wellId: 'the well',
      day: '2014-04-07',
      dayText: '07-Apr-14',
      estimatedFrom: null,
      spreadOver: null,
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

describe('a row with the totals of a month', () => {
  const HEADER_OF_MONTHS = ['Well', 'Month', 'Oil', 'Days'];
  const monthly = importMappingSchema.parse({
    well: { column: 'Well', by: 'NAME' },
    date: { column: 'Month', format: 'MMM yyyy' },
    oil: { column: 'Oil', unit: 'BBL' },
    monthTotals: { daysOn: { column: 'Days' } },
  });
  const readMonth = (...cells: string[]) => {
    const found = importColumns(monthly, HEADER_OF_MONTHS);
    if (!found.ok) throw new Error('The header has every column');
    const given = { findWell: wells, today: TODAY };
    return importRowReader(monthly, HEADER_OF_MONTHS, found.columns, given)(['Acme #1', ...cells]);
  };

  it.each([
    [['Feb 2024', '100', ''], 29],
    [['Sep 2025', '100', '12'], 12],
    [['Sep 2025', '100', ' 30 '], 30],
    [['Sep 2025', '0', '0'], 30],
  ])('%j is spread over %i days', (cells, spreadOver) => {
    expect(readMonth(...cells)).toMatchObject({ kind: 'ROW', spreadOver });
  });

  it('begins with the first of the month, and is an estimate from it', () => {
    const row = { day: '2025-09-01', dayText: 'Sep 2025', estimatedFrom: '2025-09' };
    expect(readMonth('Sep 2025', '100', '')).toMatchObject(row);
  });

  it.each([
    [['Sep 2025', '100', '31'], 'DAYS_ON_INVALID', 'Days'],
    [['Sep 2025', '100', '0'], 'DAYS_ON_INVALID', 'Days'],
    [['Sep 2025', '100', '1.5'], 'DAYS_ON_INVALID', 'Days'],
    [['Oct 2025', '100', ''], 'DATE_IN_FUTURE', 'Month'],
    [['2025-09', '100', ''], 'DATE_INVALID', 'Month'],
    [['Sep 2025', '', ''], 'VOLUME_MISSING', 'Oil'],
  ])('%j is refused: %s', (cells, code, column) => {
    expect(readMonth(...cells)).toMatchObject({ kind: 'REFUSED', code, column });
  });

  it('is over from the first day of the next one on', () => {
    const found = importColumns(monthly, HEADER_OF_MONTHS);
    if (!found.ok) throw new Error('The header has every column');
    const on = (today: string) =>
      importRowReader(monthly, HEADER_OF_MONTHS, found.columns, { findWell: wells, today })([
        'Acme #1',
        'Sep 2025',
        '9',
        '',
      ]).kind;
    expect([on('2025-09-30'), on('2025-10-01')]).toEqual(['REFUSED', 'ROW']);
  });

  it('needs no day in its date, and says of one thing only that it is estimated', () => {
    const issues = (given: object) =>
      importMappingSchema.safeParse({ ...monthly, ...given }).error?.issues.map(({ path }) => path.join('.'));
    expect(issues({ monthTotals: undefined })).toEqual(['date.format']);
    expect(issues({ date: { column: 'Month', format: 'yyyy' } })).toEqual(['date.format']);
    expect(issues({ date: { column: 'Month', format: 'yyyy-MM-dd' } })).toBeUndefined();
    expect(issues({ estimatedFrom: { column: 'Month' } })).toEqual(['monthTotals']);
  });
});
