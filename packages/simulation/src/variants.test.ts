/** A simulation that never fails proves nothing: each of these is broken on purpose, and has to be noticed. */
import { isDeep } from '@wellpulse/testing/depth';
import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';
import { VARIANTS, type VariantName } from './variants/variants.ts';

const MOST_SEEDS = 400;

interface Broken {
  readonly what: string;
  /** The first seed that is known to find it. If the simulation changes, `npm run test:deep` finds another. */
  readonly seed: number;
}

const BROKEN: Readonly<Record<VariantName, Broken>> = {
  'settles-by-status': {
    what: 'a device that takes any answer of success for all of its entries',
    seed: 1,
  },
  'settles-what-was-not-sent': {
    what: 'a device that settles entries which it did not send',
    seed: 2,
  },
  'fails-all-on-an-error': {
    what: 'a device that marks everything as failed when the network does',
    seed: 1,
  },
  'deletes-what-it-sends': {
    what: 'a device that deletes its entries before they are settled',
    seed: 1,
  },
  'pulls-over-pending': {
    what: 'a device that shows what the server has instead of what waits to be sent',
    seed: 2,
  },
  'drops-what-it-puts': {
    what: 'a device for which a photo is stored as soon as it is sent',
    seed: 63,
  },
  'loses-last-commits': {
    what: 'a disk that loses the last commits when the power fails',
    seed: 21,
  },
  'has-one-skew': {
    what: 'a device that sets the times of all that waits right by its present clock',
    seed: 6,
  },
  'sees-no-step': {
    what: 'a device that does not notice that its clock was set',
    seed: 6,
  },
  'forgets-settled': {
    what: 'a server that applies an event again when it comes again',
    seed: 2,
  },
  'answers-any-body': {
    what: 'a server that gives a former answer to another batch',
    seed: 2,
  },
  'commits-out-of-order': {
    what: 'a server whose changes appear behind a cursor that has passed them',
    seed: 3,
  },
  'orders-by-device-clock': {
    what: "a server that believes devices' clocks and not what people had seen",
    seed: 2,
  },
  'believes-all-was-seen': {
    what: 'a server that overwrites without a trace',
    seed: 3,
  },
  'orders-by-arrival': {
    what: 'a server for which the last to arrive is the last who typed',
    seed: 11,
  },
  'owns-by-device': {
    what: 'a server for which everything that a device sent is the own of whoever deletes there',
    seed: 30,
  },
  'refuses-late-edits': {
    what: 'a server that refuses an edit because somebody took their own entry back',
    seed: 236,
  },
  'puts-back-what-was-before': {
    what: 'a server that puts back the first value when somebody takes their own entry back',
    seed: 129,
  },
  'overtakes-what-waits': {
    what: 'a server that settles an event before an earlier one on its record',
    seed: 802,
  },
  'acknowledges-first': {
    what: 'a server that answers before it has committed',
    seed: 6,
  },
  'loses-writes': {
    what: 'a server that says it took what it never wrote',
    seed: 2,
  },
  'stores-photos-unseen': {
    what: 'a server that believes that the bytes of a photo are there',
    seed: 201,
  },
  'forgets-numbers': {
    what: 'a server that lets a device which was set back give out its numbers again',
    seed: 29,
  },
};

const variants = Object.entries(BROKEN).map(([name, { what, seed }]) => ({
  name: name as VariantName,
  what,
  seed,
}));

test.each(variants)('the simulation notices $name: $what', async ({ name, seed }) => {
  expect((await simulate(seed, VARIANTS[name])).faults).not.toEqual([]);
});

if (isDeep) {
  test.each(variants)('the simulation finds $name by itself', async ({ name }) => {
    const found: string[] = [];
    for (let seed = 1; seed <= MOST_SEEDS && found.length === 0; seed += 1) {
      found.push(...(await simulate(seed, VARIANTS[name])).faults);
    }
    expect(found).not.toEqual([]);
  });
}
