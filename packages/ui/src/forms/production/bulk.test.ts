import { forEachField, PRODUCTION_VALUES } from '@wellpulse/contracts';
import { createWords } from '@wellpulse/words';
import { describe, expect, it } from 'vitest';
import { cellsOf, parseBulk, pasteInto, serverErrors, volumeBefore, type BulkDay } from './bulk-draft.ts';
import { NO_VOLUMES_TEXT } from './entry-text.ts';
import { cellAfterKey } from './grid-keys.ts';

const words = createWords('en');

const TODAY = '2025-10-24';
const nothing = forEachField(PRODUCTION_VALUES, () => null);
const recorded = { ...nothing, oilVolume: 42, gasVolume: 310, estimatedFrom: null };
const days: BulkDay[] = [
  { day: '2025-10-21', record: null },
  { day: '2025-10-22', record: recorded },
  { day: '2025-10-23', record: null },
  { day: '2025-10-24', record: null },
];

describe('pasting into the grid', () => {
  it('fills from the chosen cell and leaves recorded days and what lies outside alone', () => {
    const pasted = pasteInto(days, {}, { row: 0, column: 1 }, [
      ['310', '120', 'ok', 'beyond'],
      ['311', '121', ''],
      ['312', '', ''],
    ]);
    expect(pasted.draft['2025-10-21']).toEqual({
      oilVolume: '',
      gasVolume: '310',
      waterVolume: '120',
      notes: 'ok',
    });
    expect(pasted.draft['2025-10-22']).toBeUndefined();
    expect(pasted.draft['2025-10-23']?.gasVolume).toBe('312');
    expect(pasted.leftOut).toBe(3);
    expect(pasted.recordedDays).toEqual(['2025-10-22']);
  });

  it('puts rows on the days that they name, under the headings that they have', () => {
    const pasted = pasteInto(days, {}, { row: 2, column: 2 }, [
      ['Day', 'Gas', 'Oil'],
      ['10/24/2025', '310', 'n/a'],
      ['10/21/2025', '311', '42'],
    ]);
    expect(pasted.draft).toEqual({
      '2025-10-24': { ...NO_VOLUMES_TEXT, gasVolume: '310' },
      '2025-10-21': { ...NO_VOLUMES_TEXT, gasVolume: '311', oilVolume: '42' },
    });
    expect([pasted.filled, pasted.leftOut]).toEqual([4, 0]);
  });
});

describe('what the grid sends', () => {
  it('is the filled days, not the recorded or the blank ones', () => {
    const draft = { '2025-10-21': { ...NO_VOLUMES_TEXT, oilVolume: '1,041' } };
    const parsed = parseBulk(words, days, draft, TODAY);
    expect(parsed).toEqual({
      ok: true,
      entries: [{ ...nothing, productionDate: '2025-10-21', oilVolume: 1041 }],
    });
  });

  it('is nothing as long as a cell is wrong', () => {
    const draft = {
      '2025-10-21': { ...NO_VOLUMES_TEXT, oilVolume: '41' },
      '2025-10-23': { ...NO_VOLUMES_TEXT, gasVolume: '-1', notes: 'x' },
    };
    expect(parseBulk(words, days, draft, TODAY)).toEqual({
      ok: false,
      errors: { '2025-10-23': { gasVolume: 'Gas must not be negative' } },
    });
  });

  it("finds the cell of each of the server's errors by the days that were sent, in the page's language", () => {
    const errors = [
      { path: 'entries[1].oilVolume', message: 'Must not be negative' },
      { path: 'entries[0]', message: 'There is already a record for this day' },
      { path: 'entries[9].oilVolume', message: 'unknown' },
    ];
    expect(serverErrors(createWords('es'), errors, ['2025-10-21', '2025-10-23'])).toEqual({
      '2025-10-23': { oilVolume: 'No puede ser negativo' },
      '2025-10-21': { productionDate: 'Ya hay un registro de este día' },
    });
  });
});

describe('the day before', () => {
  it('is the row above, recorded or typed, and before the first row what the host knows', () => {
    const draft = { '2025-10-23': { ...NO_VOLUMES_TEXT, oilVolume: '40' } };
    expect(volumeBefore(days, draft, 0, 'OIL', { ...recorded, oilVolume: 39 })).toBe(39);
    expect(volumeBefore(days, draft, 0, 'OIL', null)).toBeNull();
    expect(volumeBefore(days, draft, 2, 'OIL', null)).toBe(42);
    expect(volumeBefore(days, draft, 3, 'OIL', null)).toBe(40);
    expect(volumeBefore(days, draft, 3, 'GAS', null)).toBeNull();
  });

  it('shows a recorded day as it is recorded, whatever was typed', () => {
    expect(cellsOf({ day: '2025-10-22', record: recorded }, {}).oilVolume).toBe('42');
  });
});

describe('moving through the grid', () => {
  const size = { row: 7, column: 4 };
  const inside = { shiftKey: false, atStart: false, atEnd: false };

  it('goes up and down with arrows and Enter', () => {
    expect(cellAfterKey({ row: 2, column: 1 }, { ...inside, key: 'ArrowDown' }, size)).toEqual({
      row: 3,
      column: 1,
    });
    expect(cellAfterKey({ row: 2, column: 1 }, { ...inside, key: 'Enter', shiftKey: true }, size)).toEqual({
      row: 1,
      column: 1,
    });
  });

  it('goes sideways only from the edge of the text', () => {
    expect(cellAfterKey({ row: 2, column: 1 }, { ...inside, key: 'ArrowLeft' }, size)).toBeNull();
    expect(cellAfterKey({ row: 2, column: 1 }, { ...inside, key: 'ArrowLeft', atStart: true }, size)).toEqual(
      {
        row: 2,
        column: 0,
      },
    );
  });

  it('stays inside', () => {
    expect(cellAfterKey({ row: 6, column: 3 }, { ...inside, key: 'ArrowDown' }, size)).toBeNull();
    expect(
      cellAfterKey({ row: 6, column: 3 }, { ...inside, key: 'ArrowRight', atEnd: true }, size),
    ).toBeNull();
  });
});
