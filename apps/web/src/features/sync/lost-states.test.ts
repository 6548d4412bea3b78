import type { RecoveredLine } from '@wellpulse/contracts';
import { expect, test } from 'vitest';
import { markOf } from './lost-states.ts';

type Line = Pick<RecoveredLine, 'entity' | 'recordKey' | 'stateId' | 'isNewest'>;
const line = (recordKey: string, stateId: string, isNewest: boolean): Line => ({
  entity: 'PRODUCTION',
  recordKey,
  stateId,
  isNewest,
});
const wordsOf = (...lines: readonly Line[]) =>
  lines.map((one) => {
    const mark = markOf(one, lines);
    return mark === null ? null : `${mark.isBelow ? '> ' : ''}${mark.label}`;
  });

test('the only state of a record needs no words, also beside those of other records', () => {
  expect(
    wordsOf(line('a', '1', true), line('b', '2', true), { ...line('a', '3', true), entity: 'WELL' }),
  ).toEqual([null, null, null]);
});

test('of several the newest says so, and each other one where it stands among them', () => {
  expect(
    wordsOf(line('a', '1', true), line('a', '2', false), line('a', '3', false), line('b', '4', true)),
  ).toEqual(['Latest of 3 states', '> Earlier, 2 of 3', '> Earlier, 3 of 3', null]);
});

test('what is left after the newest was decided on, or stands by now, stays an earlier one', () => {
  expect(wordsOf(line('a', '2', false))).toEqual(['Earlier state']);
  expect(wordsOf(line('a', '2', false), line('a', '3', false))).toEqual([
    'Earlier, 1 of 2',
    '> Earlier, 2 of 2',
  ]);
});
