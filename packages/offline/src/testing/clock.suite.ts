/** What every clock must do. Each platform's tests call this with theirs. */
import { describe, expect, test } from 'vitest';
import type { Clock } from '../ports/clock.ts';

/** Two clocks of a machine are not read at the same moment. */
const APART_MS = 100;

/** `passTime` lets so many milliseconds pass: a real clock waits, one of tests is moved. */
export function describeClock(
  name: string,
  clock: Clock,
  passTime: (ms: number) => Promise<void> = async (ms) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
  },
): void {
  describe(`${name} as a clock`, () => {
    test('its clocks move on together, in whole milliseconds, within one boot', async () => {
      const before = clock.sample();
      await passTime(30);
      const after = clock.sample();
      expect(after.boot).toBe(before.boot);
      expect(after.boot).not.toBe('');
      expect(after.monotonic).toBeGreaterThan(before.monotonic);
      expect(Math.abs(after.wall - before.wall - (after.monotonic - before.monotonic))).toBeLessThan(
        APART_MS,
      );
      expect([after.wall, after.monotonic].every(Number.isInteger)).toBe(true);
      expect(Math.abs(clock.now() - after.wall)).toBeLessThan(APART_MS);
    });

    test('what is to run later runs once, and not before', async () => {
      let runs = 0;
      clock.after(20, () => (runs += 1));
      expect(runs).toBe(0);
      await passTime(120);
      expect(runs).toBe(1);
      await passTime(60);
      expect(runs).toBe(1);
    });

    test('what was cancelled never runs, and cancelling twice is no error', async () => {
      let runs = 0;
      const cancel = clock.after(20, () => (runs += 1));
      cancel();
      cancel();
      await passTime(60);
      expect(runs).toBe(0);
    });

    test('random bytes are as many as asked for, and others each time', () => {
      expect([0, 1, 16, 1000].map((bytes) => clock.random(bytes).length)).toEqual([0, 1, 16, 1000]);
      const drawn = new Set(Array.from({ length: 50 }, () => clock.random(16).join()));
      expect(drawn.size).toBe(50);
    });
  });
}
