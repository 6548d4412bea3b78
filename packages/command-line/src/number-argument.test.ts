import { expect, test } from 'vitest';
import { z } from 'zod';
import { numberArgument } from './number-argument.ts';

const read = numberArgument(z.number().min(0, 'Must not be negative').max(5000, 'Is too large'));

test.each([
  ['42.5', 42.5],
  ['0', 0],
  [' 7 ', 7],
  ['.5', 0.5],
  ['1618.', 1618],
])('%j is a number', (text, number) => {
  expect(read(text)).toBe(number);
});

test.each([
  ['', 'Give a number, or leave the option out if nobody measured it.'],
  ['  ', 'Give a number, or leave the option out if nobody measured it.'],
  ['1,618', '1,618 is not a number such as 1618.25.'],
  ['1e3', '1e3 is not a number such as 1618.25.'],
  ['0x10', '0x10 is not a number such as 1618.25.'],
  ['Infinity', 'Infinity is not a number such as 1618.25.'],
  ['.', '. is not a number such as 1618.25.'],
  ['-1', 'Must not be negative'],
  ['5001', 'Is too large'],
])('%j is refused: %s', (text, reason) => {
  expect(() => read(text)).toThrow(reason);
});
