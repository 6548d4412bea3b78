import { describe, expect, test } from 'vitest';
import { daysNamed } from './days-named.ts';
import { isNotMeasured } from './not-measured.ts';
import { placePaste, type PlacedPaste, type RowNaming } from './place-paste.ts';
import { readPaste } from './read-paste.ts';
import { wellsNamed } from './wells-named.ts';

describe('a pasted text', () => {
  test.each([
    ['42.5', 'NUMBER'],
    ['1,234.5\n', 'NUMBER'],
    ['12,345,678', 'NUMBER'],
    ['12,5', 'NUMBER'],
    ['Pump down, called Joe', 'NUMBER'],
    ['Pump down; called Joe', 'NUMBER'],
    ['Pump down, called Joe', 'TEXT'],
    ['12, 14 and 16 checked', 'TEXT'],
    ['42.5,310,120', 'TEXT'],
    ['-', 'NUMBER'],
    ['', 'NUMBER'],
  ] as const)('%j into a box of %s is one value, which the box takes as it is', (text, into) => {
    expect(readPaste(text, into)).toBeNull();
  });

  test.each([
    [
      '1,234.5\t310\t\r\n41\t305\t120\r\n',
      'NUMBER',
      [
        ['1,234.5', '310', ''],
        ['41', '305', '120'],
      ],
    ],
    ['42.5\tPump down, called Joe', 'NUMBER', [['42.5', 'Pump down, called Joe']]],
    ['1,234\n2,345', 'NUMBER', [['1,234'], ['2,345']]],
    ['42.5,310,120', 'NUMBER', [['42.5', '310', '120']]],
    ['42.5,310', 'NUMBER', [['42.5', '310']]],
    ['42,5;310;n/a', 'NUMBER', null],
    ['42.5;310;n/a', 'NUMBER', [['42.5', '310', 'n/a']]],
    [
      'oil,gas\n42.5,310\n41,305',
      'NUMBER',
      [
        ['oil', 'gas'],
        ['42.5', '310'],
        ['41', '305'],
      ],
    ],
    [
      '42.5;310;"pump; slow ""again"""\n41;305;',
      'NUMBER',
      [
        ['42.5', '310', 'pump; slow "again"'],
        ['41', '305', ''],
      ],
    ],
    ['valve stuck\npump ok, quiet', 'TEXT', [['valve stuck'], ['pump ok, quiet']]],
  ] as const)('%j into a box of %s', (text, into, cells) => {
    expect(readPaste(text, into)).toEqual(cells);
  });
});

test('what spreadsheets write for "not measured" is nothing, and a zero is a measurement', () => {
  for (const cell of ['', ' ', '-', '—', '--', 'n/a', 'N/A', 'NA', '.'])
    expect(isNotMeasured(cell), cell).toBe(true);
  for (const cell of ['0', '0.0', '-1', 'no', 'note']) expect(isNotMeasured(cell), cell).toBe(false);
});

const DAYS = ['2025-10-20', '2025-10-21', '2025-10-22', '2025-10-23'];
const NOTHING: RowNaming = () => null;
/** Each cell as "row field text". */
const shown = ({ cells }: PlacedPaste): string[] =>
  cells.map(({ row, field, text }) => `${String(row)} ${field.replace('Volume', '')} ${text}`.trim());

describe('where cells belong', () => {
  test('without a heading they fill from the box on, and the rest is left out', () => {
    const placed = placePaste(
      [
        ['310', '120', 'ok', 'beyond'],
        ['311', '-', ''],
      ],
      { row: 3, field: 'gasVolume' },
      4,
      NOTHING,
    );
    expect(shown(placed)).toEqual(['3 gas 310', '3 water 120', '3 notes ok']);
    // The second row lies below the last one: of its cells, one holds a number.
    expect(placed.leftOut).toBe(3);
  });

  test('a heading names the columns, in any order, with units and in Spanish', () => {
    const block = [
      ['Water bbl', 'Oil (bbl)', 'Pressure'],
      ['120', '42.5', '9'],
    ];
    const placed = placePaste(block, { row: 0, field: 'gasVolume' }, 4, NOTHING);
    expect([shown(placed), placed.leftOut]).toEqual([['0 water 120', '0 oil 42.5'], 1]);
    const spanish = [
      ['Petróleo', 'Agua'],
      ['42.5', '120'],
    ];
    expect(shown(placePaste(spanish, { row: 0, field: 'oilVolume' }, 4, NOTHING))).toEqual([
      '0 oil 42.5',
      '0 water 120',
    ]);
  });

  test('days name the rows, wherever their column stands, and days that are not there are left out', () => {
    const block = [
      ['Date', 'Oil', 'Gas'],
      ['10/21/2025', '42', '310'],
      ['10/20/2025', '41', 'n/a'],
      ['10/29/2025', '1', '2'],
    ];
    const placed = placePaste(block, { row: 2, field: 'waterVolume' }, 4, daysNamed(DAYS));
    expect(shown(placed)).toEqual(['1 oil 42', '1 gas 310', '0 oil 41', '0 gas']);
    expect(placed.leftOut).toBe(2);
    expect(
      shown(
        placePaste(
          [
            ['2025-10-22', '42'],
            ['2025-10-23', '43'],
          ],
          { row: 0, field: 'oilVolume' },
          4,
          daysNamed(DAYS),
        ),
      ),
    ).toEqual(['2 oil 42', '3 oil 43']);
  });

  test('wells name the rows', () => {
    const naming = wellsNamed(['Acme #7', 'Peña 1', 'Caliche 2', 'Caliche 2']);
    const block = [
      ['pena 1', '42'],
      ['ACME 7', '41'],
      ['Caliche 2', '40'],
      ['Total', '123'],
    ];
    const placed = placePaste(block, { row: 0, field: 'oilVolume' }, 4, naming);
    expect([shown(placed), placed.leftOut]).toEqual([['1 oil 42', '0 oil 41'], 2]);
  });
});

describe('days as spreadsheets write them', () => {
  test.each([
    [
      ['2025-10-20', '2025-10-21'],
      [0, 1],
    ],
    [['10/20/2025', '10/21/25'], null],
    [
      ['10/20/25', '10/21/25'],
      [0, 1],
    ],
    [
      ['20/10/2025', '21/10/2025'],
      [0, 1],
    ],
    [
      ['20-Oct-25', ''],
      [0, undefined],
    ],
    [
      ['Mon 20 Oct', 'Tue 21 Oct'],
      [0, 1],
    ],
    [
      ['10/20', '10/23'],
      [0, 3],
    ],
    [['20.10.2025'], [0]],
  ] as const)('%j', (cells, rows) => {
    const rowOf = daysNamed(DAYS)(cells);
    expect(rowOf === null ? null : cells.map(rowOf)).toEqual(rows);
  });

  test('what may be April or October is the one that stands there', () => {
    const october = daysNamed(['2025-10-04', '2025-10-05'])(['10/4/2025', '10/5/2025']);
    expect(october?.('10/4/2025')).toBe(0);
    const april = daysNamed(['2025-04-09', '2025-04-10'])(['9/4/2025', '10/4/2025']);
    expect(april?.('10/4/2025')).toBe(1);
  });

  test('numbers are no days', () => {
    expect(daysNamed(DAYS)(['42.5', '310'])).toBeNull();
    expect(daysNamed(DAYS)([''])).toBeNull();
  });
});
