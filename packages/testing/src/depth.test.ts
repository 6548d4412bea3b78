import { expect, test } from 'vitest';
import { inTurn, times } from './depth.ts';

test.each([3, 4, 5, 10])('%i days in a row take everything, each about as much', (days) => {
  const all = Array.from({ length: 19 }, (_, index) => index);
  const taken = Array.from({ length: days }, (_, day) => inTurn(all, days, 20_784 + day));
  expect(new Set(taken.flat())).toEqual(new Set(all));
  expect(taken.flat()).toHaveLength(all.length * times(1, days));
});
