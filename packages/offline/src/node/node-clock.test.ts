import { expect, test } from 'vitest';
import { nodeClock } from './node-clock.ts';

test("the machine's clocks move on together, and name its boot", async () => {
  const before = nodeClock.sample();
  await new Promise((resolve) => setTimeout(resolve, 30));
  const after = nodeClock.sample();
  expect(after.boot).toBe(before.boot);
  expect(after.boot).not.toBe('');
  // The kernel says its uptime in hundredths of a second.
  expect(Math.abs(after.wall - before.wall - (after.monotonic - before.monotonic))).toBeLessThan(100);
  expect(Object.values(after).every((value) => typeof value !== 'number' || Number.isInteger(value))).toBe(
    true,
  );
});
