import type { DaySheetRow } from '@wellpulse/contracts';
import { expect, it } from 'vitest';
import { wayOfDay } from './way-of-day.ts';

const stop = (wellName: string, given: Partial<DaySheetRow> = {}) =>
  ({ wellName, wellStatus: 'ACTIVE', takesReading: true, record: null, ...given }) as DaySheetRow;
const record = { oilVolume: 1 } as DaySheetRow['record'];
const names = (rows: readonly DaySheetRow[]) => rows.map(({ wellName }) => wellName);

it('leads to the next well, then to what is left, then past what is done', () => {
  const way = wayOfDay([
    stop('shut in', { wellStatus: 'SHUT_IN' }),
    stop('one', { record }),
    stop('two'),
    stop('plugged', { wellStatus: 'PLUGGED', takesReading: false, record }),
    stop('three'),
  ]);
  expect(names(way.stops)).toEqual(['two', 'shut in', 'three', 'one', 'plugged']);
  expect([way.next?.wellName, way.done, way.expected]).toEqual(['two', 2, 4]);
});

it('ends where nothing waits: nobody waits for a well that is shut in', () => {
  const way = wayOfDay([stop('one', { record }), stop('shut in', { wellStatus: 'SHUT_IN' })]);
  expect([names(way.stops), way.next, way.done, way.expected]).toEqual([['shut in', 'one'], null, 1, 1]);
});
