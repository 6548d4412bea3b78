/** A route's day as a pumper enters it, well by well. */
import type { DaySheetRow } from '@wellpulse/contracts';
import { describe, expect, test } from 'vitest';
import { aDesk, aRecord, situation, TODAY } from '../production/entry-desk.fixture.ts';
import { phaseSentence } from '../production/phase-words.ts';
import { DaySheetForm, knownOfRow } from './day-sheet-form.ts';

const idOf = (well: number): string => `0b6c1f0e-8f5c-4a3e-9a51-00000000000${String(well)}`;

const row = (well: number, given: Partial<DaySheetRow> = {}): DaySheetRow => ({
  wellId: idOf(well),
  wellName: `Acme #${String(well)}`,
  route: 'North',
  routePosition: well,
  wellStatus: 'ACTIVE',
  takesReading: true,
  record: null,
  previous: { oilVolume: 10 * well, gasVolume: null, waterVolume: null, estimatedFrom: null },
  last: { oilVolume: 10 * well, gasVolume: null, waterVolume: null },
  ...given,
});

const ENTERED = row(2, { record: aRecord({ wellId: idOf(2), oilVolume: 20 }) });
const PLUGGED = row(4, { wellStatus: 'PLUGGED', takesReading: false });
const ROWS = [row(1), ENTERED, row(3), PLUGGED];
const ALL = { onlyMissing: false, mine: null };

function aSheet() {
  const { desk, store } = aDesk();
  const type = (of: DaySheetRow, oilVolume: string) => {
    desk.type(knownOfRow(of, TODAY), { oilVolume });
  };
  return { desk, store, type, sheet: new DaySheetForm(desk, TODAY) };
}

const names = (rows: readonly DaySheetRow[]) => rows.map(({ wellName }) => wellName);

test('tells how many of the active wells are entered', () => {
  expect(aSheet().sheet.progress(ROWS)).toEqual({ expected: 3, entered: 1 });
});

describe('the rows', () => {
  test('are those that are missing, and those that were worked on', async () => {
    const { sheet, type } = aSheet();
    const missing = { onlyMissing: true, mine: null };
    expect(names(sheet.shown(ROWS, missing))).toEqual(['Acme #1', 'Acme #3', 'Acme #4']);
    type(row(1), '11');
    await sheet.save(row(1), situation).done;
    const after = [row(1, { record: aRecord({ wellId: idOf(1) }) }), ENTERED, row(3)];
    expect(names(sheet.shown(after, missing))).toEqual(['Acme #1', 'Acme #3']);
  });

  test('are one’s own wells, in the order in which they are driven', () => {
    const { sheet } = aSheet();
    const mine = new Set([idOf(3), idOf(1)]);
    expect(names(sheet.shown(ROWS, { onlyMissing: false, mine }))).toEqual(['Acme #1', 'Acme #3']);
    expect(sheet.shown(ROWS, ALL)).toHaveLength(4);
  });
});

describe('saving', () => {
  test('one row saves that row, and the others wait', async () => {
    const { sheet, type, store } = aSheet();
    type(row(1), '11');
    type(row(3), '31');
    await sheet.save(row(1), situation).done;
    expect(store.asked.map(({ wellId }) => wellId)).toEqual([idOf(1)]);
    expect(names(sheet.waiting(ROWS))).toEqual(['Acme #3']);
  });

  test('a row in which nothing was typed saves nothing, and the way is free', () => {
    const { sheet, store } = aSheet();
    expect(sheet.save(row(1), situation).staysAt).toBeNull();
    expect(store.asked).toEqual([]);
  });

  test('all of them goes from row to row, and answers with the first one that needs a look', async () => {
    const { sheet, type, store, desk } = aSheet();
    type(row(1), 'abc');
    type(ENTERED, '21');
    type(row(3), '300');
    expect(await sheet.saveAll(ROWS, situation)).toMatchObject({ wellId: idOf(1) });
    expect(store.asked.map(({ wellId }) => wellId)).toEqual([idOf(2)]);
    expect(desk.phase({ wellId: idOf(3), date: TODAY })?.kind).toBe('ASKED');
    type(row(1), '11');
    // The second time keeps what was asked about.
    expect(await sheet.saveAll(ROWS, situation)).toBeNull();
    expect(store.entries.map(({ oilVolume, confirmed }) => [oilVolume, confirmed])).toEqual([
      [21, undefined],
      [11, undefined],
      [300, true],
    ]);
    expect([sheet.waiting(ROWS), sheet.isSavingAll]).toEqual([[], false]);
  });

  test('a volume is held against what was measured last, also if that was not yesterday', async () => {
    const { sheet, type, store, desk } = aSheet();
    const estimate = { oilVolume: 30, gasVolume: null, waterVolume: null, estimatedFrom: '2025-10' };
    const estimated = row(5, { previous: estimate, last: null });
    type(estimated, '3000');
    await sheet.save(estimated, situation).done;
    expect(store.entries[0]?.confirmed).toBeUndefined();

    const missed = row(6, { previous: null });
    type(missed, '600');
    sheet.save(missed, situation);
    const phase = desk.phase(knownOfRow(missed, TODAY));
    expect(phaseSentence(situation.words, phase, true)).toBe(
      '600 is 10 times the reading before. 60? Enter again to keep',
    );
  });
});

describe('pasting', () => {
  test('fills down the wells from the box on, and leaves out what takes no reading', () => {
    const { sheet, desk } = aSheet();
    const pasted = sheet.paste(ROWS, { row: 2, field: 'oilVolume' }, '31\t310\n41\t410\n51\t510');
    expect(pasted).toMatchObject({ filled: 2, leftOut: 4 });
    expect(desk.draft({ wellId: idOf(3), date: TODAY })).toMatchObject({ oilVolume: '31', gasVolume: '310' });
  });

  test('finds wells by their names, and one step undoes it', () => {
    const { sheet, desk, type } = aSheet();
    const read = (well: number) => desk.draft({ wellId: idOf(well), date: TODAY })?.oilVolume;
    type(row(3), '30');
    const block = 'Well\tOil\nACME 3\t31\nacme #2\t21';
    const pasted = sheet.paste(ROWS, { row: 0, field: 'gasVolume' }, block);
    expect([read(1), read(2), read(3)]).toEqual([undefined, '21', '31']);
    pasted?.undo();
    expect([read(2), read(3)]).toEqual([undefined, '30']);
  });

  test('leaves one value to its box', () => {
    const { sheet } = aSheet();
    expect(sheet.paste(ROWS, { row: 0, field: 'oilVolume' }, '12,5')).toBeNull();
    expect(sheet.paste(ROWS, { row: 0, field: 'notes' }, 'Pump down, called Joe')).toBeNull();
  });
});
