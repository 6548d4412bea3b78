import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';
import { HARMLESS_SERVERS } from './variants/server-variants.ts';

/** Each test is some seeds, so that a slow machine has time for each. */
const CHUNK = 50;
const SEEDS = 1000;
const chunks = Array.from({ length: SEEDS / CHUNK }, (_, index) => index * CHUNK + 1);

test.each(chunks)(
  'nothing saved is lost, doubled or stuck in the worlds of the seeds from %i on',
  async (first) => {
    for (let seed = first; seed < first + CHUNK; seed += 1) {
      const { faults, history } = await simulate(seed);
      const replay = `npm run simulate -- --seeds 1 --seed ${seed}`;
      expect(faults, [replay, ...history].join('\n')).toEqual([]);
    }
  },
);

test('a server that answers a whole batch with 500 for one event holds up nothing else', async () => {
  for (let seed = 1; seed <= CHUNK; seed += 1) {
    const { faults } = await simulate(seed, HARMLESS_SERVERS['fails-the-batch-for-one']);
    expect(faults, `--seeds 1 --seed ${seed} --variant fails-the-batch-for-one`).toEqual([]);
  }
});

test('a seed plays the same each time', async () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const first = await simulate(seed);
    expect(first.savedEvents + first.history.length).toBeGreaterThan(10);
    expect((await simulate(seed)).hash).toBe(first.hash);
  }
  expect((await simulate(6)).hash).not.toBe((await simulate(7)).hash);
});
