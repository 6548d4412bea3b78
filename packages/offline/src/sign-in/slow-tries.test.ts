import { beforeEach, expect, test } from 'vitest';
import { SlowTries } from './slow-tries.ts';

let now: number;
let kept: string | null;
const open = () =>
  SlowTries.open(
    {
      read: async () => kept,
      write: async (text) => {
        kept = text;
      },
    },
    () => now,
  );
beforeEach(() => {
  now = 1_000_000;
  kept = null;
});

test('three wrong tries are typing mistakes; from then on each wait is twice as long, also after a restart', async () => {
  const tries = await open();
  const waits: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    await tries.told({ isWrong: true });
    waits.push((await open()).waitMs);
  }
  expect(waits).toEqual([0, 0, 5000, 10_000, 20_000]);
  now += 15_000;
  expect((await open()).waitMs).toBe(5000);
});

test('a right one ends it', async () => {
  const tries = await open();
  for (let time = 0; time < 4; time += 1) await tries.told({ isWrong: true });
  await tries.told({ isWrong: false });
  expect([tries.waitMs, (await open()).waitMs]).toEqual([0, 0]);
});

test('nobody waits for longer than a quarter of an hour, nor because a clock was put back', async () => {
  const tries = await open();
  for (let time = 0; time < 40; time += 1) await tries.told({ isWrong: true });
  expect(tries.waitMs).toBe(15 * 60_000);
  now -= 86_400_000;
  expect(tries.waitMs).toBe(15 * 60_000);
});

test('a text that cannot be read is no try', async () => {
  kept = '{"wrong": "many"';
  expect((await open()).waitMs).toBe(0);
});
