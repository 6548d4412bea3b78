import fc from 'fast-check';
import { expect, test } from 'vitest';
import { delayAfter } from './sign-in-throttle.ts';

test('the delay of an account grows with each wrong password, and ends at eight seconds', () => {
  expect([0, 9, 10, 11, 12, 15, 16, 1000].map((failures) => delayAfter(failures, 10))).toEqual([
    0, 0, 250, 500, 1000, 8000, 8000, 8000,
  ]);
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(1000), (failures, free) => {
      expect(delayAfter(failures + 1, free)).toBeGreaterThanOrEqual(delayAfter(failures, free));
      expect(delayAfter(failures, free)).toBeLessThanOrEqual(8000);
    }),
  );
});
