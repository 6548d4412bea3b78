/** The seeds of a run, spread over files, so that each core plays its part of them. */
import { times, testSeed } from '@wellpulse/testing/depth';
import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';
import { HARMLESS_SERVERS } from './variants/server-variants.ts';
import { SOUND, type Wiring } from './world/wiring.ts';

const PARTS = 4;
/** Each test is some seeds, so that a slow machine has time for each. */
const CHUNK = 10;
const SEEDS = times(40, 1200);
const SEEDS_WITH_A_FAILING_SERVER = times(12, 60);

/** Plays this file's share of the seeds; `part` counts from 0. */
export function playSeeds(part: number): void {
  const own = seedsOf(part, SEEDS);
  const chunks = Array.from({ length: Math.ceil(own.length / CHUNK) }, (_, index) =>
    own.slice(index * CHUNK, (index + 1) * CHUNK),
  );
  test.each(chunks.map((seeds) => ({ first: seeds[0], seeds })))(
    'nothing saved is lost, doubled or stuck in the worlds of the seeds from $first on',
    ({ seeds }) => expectSound(seeds, SOUND),
  );

  test('a server that answers a whole batch with 500 for one event holds up nothing else', () =>
    expectSound(
      seedsOf(part, SEEDS_WITH_A_FAILING_SERVER),
      HARMLESS_SERVERS['fails-the-batch-for-one'],
      ' --variant fails-the-batch-for-one',
    ));
}

const seedsOf = (part: number, count: number): readonly number[] =>
  Array.from({ length: count / PARTS }, (_, index) => testSeed + (part * count) / PARTS + index);

async function expectSound(seeds: readonly number[], wiring: Wiring, options = ''): Promise<void> {
  for (const seed of seeds) {
    const { faults, history } = await simulate(seed, wiring);
    const replay = `npm run simulate -- --seeds 1 --seed ${seed}${options}`;
    expect(faults, [replay, ...history].join('\n')).toEqual([]);
  }
}
