import { expect, test } from 'vitest';
import { readTrouble, troubleOf, writeTrouble } from './trouble.ts';

test.each([
  [troubleOf('NO_ANSWER'), 'NO_ANSWER'],
  [troubleOf('DEVICE_FAULT', 'disk: full\nat once'), 'DEVICE_FAULT: disk: full\nat once'],
  [{ code: 'MOON_IS_FULL', detail: '' }, 'MOON_IS_FULL: '],
])('%o is written as one line and read again', (trouble, line) => {
  expect(writeTrouble(trouble)).toBe(line);
  expect(readTrouble(line)).toEqual(trouble);
});

test.each(['The server cannot be reached', 'I: x', '', 'Code: x'])(
  'a sentence of an older version stays one: %j',
  (line) => {
    expect(readTrouble(line)).toEqual({ code: 'NOTED', detail: line });
  },
);
