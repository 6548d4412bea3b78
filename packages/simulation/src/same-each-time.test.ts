import { inTurn } from '@wellpulse/testing/depth';
import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';

test('a seed plays the same each time', async () => {
  for (const seed of inTurn([1, 2, 3, 4, 5], 5)) {
    const first = await simulate(seed);
    expect(first.savedEvents + first.history.length).toBeGreaterThan(10);
    expect((await simulate(seed)).hash).toBe(first.hash);
  }
  expect((await simulate(6)).hash).not.toBe((await simulate(7)).hash);
});
