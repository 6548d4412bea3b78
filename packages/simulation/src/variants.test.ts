/** A simulation that never fails proves nothing: each of these is broken on purpose, and has to be noticed. */
import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';
import { VARIANTS, type VariantName } from './variants/variants.ts';

const MOST_SEEDS = 400;

const BROKEN: Readonly<Record<VariantName, string>> = {
  'settles-by-status': 'a device that takes any answer of success for all of its entries',
  'settles-what-was-not-sent': 'a device that settles entries which it did not send',
  'fails-all-on-an-error': 'a device that marks everything as failed when the network does',
  'deletes-what-it-sends': 'a device that deletes its entries before they are settled',
  'pulls-over-pending': 'a device that shows what the server has instead of what waits to be sent',
  'drops-what-it-puts': 'a device for which a photo is stored as soon as it is sent',
  'loses-last-commits': 'a disk that loses the last commits when the power fails',
  'forgets-settled': 'a server that applies an event again when it comes again',
  'answers-any-body': 'a server that gives a former answer to another batch',
  'commits-out-of-order': 'a server whose changes appear behind a cursor that has passed them',
  'orders-by-device-clock': "a server that believes devices' clocks and not what people had seen",
  'believes-all-was-seen': 'a server that overwrites without a trace',
  'orders-by-arrival': 'a server for which the last to arrive is the last who typed',
  'overtakes-what-waits': 'a server that settles an event before an earlier one on its record',
  'acknowledges-first': 'a server that answers before it has committed',
  'loses-writes': 'a server that says it took what it never wrote',
  'stores-photos-unseen': 'a server that believes that the bytes of a photo are there',
  'forgets-numbers': 'a server that lets a device which was set back give out its numbers again',
};

test.each(Object.entries(BROKEN))('the simulation notices %s: %s', async (name) => {
  const found: string[] = [];
  for (let seed = 1; seed <= MOST_SEEDS && found.length === 0; seed += 1) {
    found.push(...(await simulate(seed, VARIANTS[name as VariantName])).faults);
  }
  expect(found).not.toEqual([]);
});
