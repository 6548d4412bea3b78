/** Seven days of a well, as a person fills them in, pastes into them, and saves them. */
import { addDays } from '@wellpulse/domain';
import { describe, expect, it } from 'vitest';
import { aDesk, aRecord, situation, TODAY, WELL, words } from '../production/entry-desk.fixture.ts';
import { volumeBefore, knownDays, type BulkDay } from './bulk-days.ts';
import { BulkGrid } from './bulk-grid.ts';
import { cellAfterKey, cellToFillAfter } from './grid-keys.ts';

const DAYS = [3, 2, 1, 0].map((ago) => addDays(TODAY, -ago));
const [FIRST = '', SECOND = '', THIRD = '', LAST = ''] = DAYS;

/** Four days, of which the second is entered. */
function aGrid(before: number | null = 41) {
  const { desk, store } = aDesk();
  const grid = new BulkGrid(desk, words);
  const entered = aRecord({ id: WELL, productionDate: SECOND, oilVolume: 42, gasVolume: 310, version: 5 });
  const rows: BulkDay[] = DAYS.map((day) => ({ day, record: day === SECOND ? entered : null }));
  const known = () =>
    knownDays(WELL, rows, before === null ? null : aRecord({ oilVolume: before }), (place) =>
      desk.draft(place),
    );
  const textAt = (date: string) => desk.draft({ wellId: WELL, date });
  return {
    desk,
    store,
    grid,
    known,
    textAt,
    paste: (row: number, column: number, block: readonly (readonly string[])[]) =>
      grid.paste(known(), { row, column }, block.map((cells) => cells.join('\t')).join('\r\n')),
    type: (row: number, text: string) => {
      const day = known()[row];
      if (day !== undefined) grid.type(day, 'oilVolume', text);
    },
  };
}

describe('pasting into the grid', () => {
  it('fills from the chosen cell, and what lies outside is left out', () => {
    const { paste, textAt, grid } = aGrid();
    paste(0, 1, [['310', '120', 'ok', 'beyond']]);
    expect(textAt(FIRST)).toMatchObject({ oilVolume: '', gasVolume: '310', waterVolume: '120', notes: 'ok' });
    expect(grid.message).toBe('3 cells pasted; 1 did not fit.');
  });

  it('puts rows on the days that they name, under the headings that they have', () => {
    const { paste, textAt, grid } = aGrid();
    paste(2, 2, [
      ['Day', 'Gas', 'Oil'],
      ['10/24/2025', '310', 'n/a'],
      ['10/21/2025', '311', '42'],
    ]);
    expect(textAt(LAST)).toMatchObject({ gasVolume: '310', oilVolume: '' });
    expect(textAt(FIRST)).toMatchObject({ gasVolume: '311', oilVolume: '42' });
    expect(grid.message).toBe('4 cells pasted.');
  });

  it('takes one value as it is', () => {
    const { paste, grid } = aGrid();
    expect(paste(0, 0, [['12,5']])).toBe(false);
    expect(paste(0, 3, [['Pump down, called Joe']])).toBe(false);
    expect(grid.message).toBeNull();
  });

  it('is undone by one step, to what stood there before', () => {
    const { paste, textAt, grid, known, type } = aGrid();
    type(0, '41');
    paste(0, 0, [['50'], ['51'], ['52']]);
    expect(grid.canUndo).toBe(true);
    grid.undo(known());
    expect(textAt(FIRST)?.oilVolume).toBe('41');
    expect(textAt(THIRD)).toBeNull();
    expect([grid.message, grid.canUndo]).toEqual(['The paste is undone.', false]);
  });

  it('is undone no more once something else was typed', () => {
    const { paste, grid, type } = aGrid();
    paste(0, 0, [['50'], ['51']]);
    type(2, '7');
    expect([grid.canUndo, grid.daysToReplace, grid.message]).toEqual([false, 0, null]);
  });
});

describe('pasting over days that are entered', () => {
  const WEEK = [['50'], ['51'], ['52']];

  it('asks, and leaves them as they are until somebody answers', () => {
    const { paste, textAt, grid } = aGrid();
    paste(0, 0, WEEK);
    expect(grid.daysToReplace).toBe(1);
    expect(words.formTexts.replaceEntered(5)).toBe('Replace 5 entered days?');
    expect([textAt(FIRST)?.oilVolume, textAt(SECOND), textAt(THIRD)?.oilVolume]).toEqual(['50', null, '52']);
  });

  it('replaces what it names and keeps the rest of the day, as a change of what is entered', async () => {
    const { paste, textAt, grid, known, store } = aGrid();
    paste(0, 0, WEEK);
    grid.replaceEntered(known());
    expect([grid.daysToReplace, grid.message]).toEqual([0, '3 cells pasted.']);
    expect(textAt(SECOND)).toMatchObject({
      oilVolume: '51',
      gasVolume: '310',
      base: { id: WELL, version: 5 },
    });
    await grid.save(known(), situation).done;
    expect(store.asked.map(({ entry, base }) => [entry.oilVolume, base?.version])).toEqual([
      [50, undefined],
      [51, 5],
      [52, undefined],
    ]);
  });

  it('can be undone as a whole', () => {
    const { paste, textAt, grid, known } = aGrid();
    paste(0, 0, WEEK);
    grid.replaceEntered(known());
    grid.undo(known());
    expect([textAt(FIRST), textAt(SECOND), textAt(THIRD)]).toEqual([null, null, null]);
  });

  it('or leaves them as they are, and says which', () => {
    const { paste, textAt, grid, known } = aGrid();
    paste(0, 0, WEEK);
    grid.keepEntered();
    expect(grid.message).toBe(
      `2 cells pasted; 1 did not fit. Entered already, and left as they are: ${words.formatDay(SECOND)}.`,
    );
    expect(textAt(SECOND)).toBeNull();
    grid.undo(known());
    expect(textAt(FIRST)).toBeNull();
  });

  it('asks about no day of which the block says nothing new', () => {
    const { paste, grid } = aGrid();
    paste(0, 0, [['50'], ['n/a'], ['52']]);
    expect(grid.daysToReplace).toBe(0);
  });
});

describe('what the grid sends', () => {
  it('is the filled days, not the entered or the blank ones', async () => {
    const { type, grid, known, store, textAt } = aGrid();
    type(0, '1,041');
    type(2, ' ');
    // From 41 to 1,041 is asked about first.
    grid.save(known(), situation);
    expect(await grid.save(known(), situation).done).toBe(1);
    expect(store.entries).toMatchObject([{ productionDate: FIRST, oilVolume: 1041, gasVolume: null }]);
    expect(textAt(FIRST)).toBeNull();
  });

  it('is nothing as long as a cell is wrong, and the first wrong one is where to look', () => {
    const { paste, grid, known, store } = aGrid();
    paste(0, 0, [['40'], [''], ['-40'], ['forty']]);
    expect(grid.noteOf(known(), 3, 'oilVolume', null, 20).error).toBe('Oil must be a number, such as 42.5');
    expect(grid.save(known(), situation).staysAt).toMatchObject({ date: THIRD });
    expect(grid.message).toBe('Nothing was saved: 2 days need a correction.');
    expect(grid.noteOf(known(), 2, 'oilVolume', null, 20).error).toBe('Oil must not be negative');
    expect(store.asked).toEqual([]);
  });

  it('is nothing where nothing was filled in', () => {
    const { grid, known, store } = aGrid();
    grid.save(known(), situation);
    expect([grid.message, store.asked.length]).toEqual(['Nothing to save yet: fill in at least one day.', 0]);
  });

  it('asks once about unusual volumes, against what was measured last, wherever that stands', async () => {
    const { type, grid, known, store } = aGrid();
    type(2, '420');
    type(3, '4200');
    expect(grid.save(known(), situation).staysAt).toMatchObject({ date: THIRD });
    expect(grid.message).toBe(
      `${words.formatDay(THIRD)}: 420 is 10 times the reading before. 42? Enter again to keep. ` +
        `${words.formatDay(LAST)}: 4,200 is 10 times the reading before. 420? Enter again to keep`,
    );
    expect(grid.noteOf(known(), 3, 'oilVolume', null, 20).warning).toContain('4,200 is 10 times');
    expect(await grid.save(known(), situation).done).toBe(2);
    expect(store.entries.map(({ confirmed }) => confirmed)).toEqual([true, true]);
  });

  it('stays where it was not saved, and each day says why', async () => {
    const { type, grid, known, store, textAt } = aGrid();
    const errors = [{ path: 'productionDate', message: 'There is already a record for this day' }];
    store.answer = ({ entry }) =>
      entry.productionDate === THIRD
        ? { kind: 'REFUSED', trouble: { code: 'PRODUCTION_EXISTS', detail: null }, errors }
        : { kind: 'HELD' };
    type(0, '41');
    type(2, '42');
    expect(await grid.save(known(), situation).done).toBe(0);
    expect(grid.dayError({ wellId: WELL, date: THIRD })).toBe('There is already a record for this day');
    expect(grid.dayError({ wellId: WELL, date: FIRST })).toBeUndefined();
    expect([textAt(FIRST)?.oilVolume, textAt(THIRD)?.oilVolume]).toEqual(['41', '42']);
  });

  it('without an answer says so once, and keeps everything', async () => {
    const { type, grid, known, store, textAt } = aGrid();
    store.answer = () => ({ kind: 'REFUSED', trouble: { code: 'NO_ANSWER', detail: null }, errors: [] });
    type(0, '41');
    await grid.save(known(), situation).done;
    expect(grid.problem(known())).toContain('The server cannot be reached');
    expect(textAt(FIRST)?.oilVolume).toBe('41');
    type(0, '42');
    expect(grid.problem(known())).toBeNull();
  });
});

describe('the day before', () => {
  it('is the row above, entered or typed, and before the first row what the host knows', () => {
    const { type, known, desk } = aGrid();
    const read = (place: { wellId: string; date: string }) => desk.draft(place);
    type(2, '40');
    const before = aRecord({ oilVolume: 39 });
    expect(volumeBefore(known(), read, 0, 'OIL', before)).toBe(39);
    expect(volumeBefore(known(), read, 0, 'OIL', null)).toBeNull();
    expect(volumeBefore(known(), read, 2, 'OIL', null)).toBe(42);
    expect(volumeBefore(known(), read, 3, 'OIL', null)).toBe(40);
    expect(volumeBefore(known(), read, 3, 'GAS', null)).toBeNull();
  });

  it('is remarked on beyond the threshold, and not for a day that is entered', () => {
    const { type, grid, known } = aGrid();
    type(2, '84');
    expect(grid.noteOf(known(), 2, 'oilVolume', null, 20).warning).toBe('+100 % against 42.0 the day before');
    expect(grid.noteOf(known(), 1, 'oilVolume', aRecord({ oilVolume: 1 }), 20).warning).toBeNull();
  });
});

describe('moving through the grid', () => {
  const size = { row: 7, column: 4 };
  const inside = { shiftKey: false, atStart: false, atEnd: false };

  it.each([
    [
      { ...inside, key: 'ArrowDown' },
      { row: 3, column: 1 },
    ],
    [
      { ...inside, key: 'Enter' },
      { row: 3, column: 1 },
    ],
    [
      { ...inside, key: 'Enter', shiftKey: true },
      { row: 1, column: 1 },
    ],
    [{ ...inside, key: 'ArrowLeft' }, null],
    [
      { ...inside, key: 'ArrowLeft', atStart: true },
      { row: 2, column: 0 },
    ],
    [
      { ...inside, key: 'ArrowRight', atEnd: true },
      { row: 2, column: 2 },
    ],
    [{ ...inside, key: 'a' }, null],
  ])('%o', (key, to) => {
    expect(cellAfterKey({ row: 2, column: 1 }, key, size)).toEqual(to);
  });

  it('stays inside', () => {
    expect(cellAfterKey({ row: 6, column: 3 }, { ...inside, key: 'ArrowDown' }, size)).toBeNull();
    expect(
      cellAfterKey({ row: 6, column: 3 }, { ...inside, key: 'ArrowRight', atEnd: true }, size),
    ).toBeNull();
  });

  it('goes on to the right, then to the next day that is not entered, and ends after the last', () => {
    const filled = { columns: [0, 1, 2], rows: 4, isLocked: (row: number) => row === 1 };
    expect(cellToFillAfter({ row: 0, column: 0 }, filled)).toEqual({ row: 0, column: 1 });
    expect(cellToFillAfter({ row: 0, column: 2 }, filled)).toEqual({ row: 2, column: 0 });
    expect(cellToFillAfter({ row: 3, column: 2 }, filled)).toBeNull();
  });
});
