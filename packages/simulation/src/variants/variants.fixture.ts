/** A simulation that never fails proves nothing: each of these is broken on purpose, and has to be noticed. Spread over files, as seeds are. */
import { inTurn, isDeep, testSeed } from '@wellpulse/testing/depth';
import { expect, test } from 'vitest';
import { simulate } from '../simulate.ts';
import { hasLateEntries, isRestored, isRough, losesPhotos } from '../world/world.ts';
import { VARIANTS, type VariantName } from './variants.ts';

const PARTS = 4;
const MOST_WORLDS = 400;
/** A search is judged by its worlds, and never by a slow machine: a broken device may try for long in each of them. */
const SEARCH_MS = 1_800_000;

interface Broken {
  readonly what: string;
  /** The first seed that is known to find it. If the simulation changes, `npm run test:deep` finds another. */
  readonly seed: number;
  /** Which worlds it can be found in, if few: only they are played. */
  readonly isIn?: (seed: number) => boolean;
}

const BROKEN: Readonly<Record<VariantName, Broken>> = {
  'settles-by-status': {
    what: 'a device that takes any answer of success for all of its entries',
    seed: 2,
  },
  'settles-what-was-not-sent': {
    what: 'a device that settles entries which it did not send',
    seed: 1,
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
    seed: 128,
  },
  'forgets-photos-at-once': {
    what: 'a device that keeps no photo once the server has it',
    seed: 28,
  },
  'loses-last-commits': {
    what: 'a disk that loses the last commits when the power fails',
    seed: 8,
  },
  'has-one-skew': {
    what: 'a device that sets the times of all that waits right by its present clock',
    seed: 6,
  },
  'sees-no-step': {
    what: 'a device that does not notice that its clock was set',
    seed: 6,
  },
  'brings-nothing-again': {
    what: 'a device that brings nothing again to a server which was put back',
    seed: 46,
  },
  'offers-nothing': {
    what: 'a device that keeps to itself what it had pulled and a server lost which was put back',
    seed: 56,
  },
  'signs-for-others': {
    what: 'a device that signs what waits anew with whatever key it gets',
    seed: 6,
  },
  'hears-of-no-update': {
    what: 'a device that does not notice that the server understands its entries now',
    seed: 198,
    isIn: hasLateEntries,
  },
  'keeps-its-ballast': {
    what: 'a device on whose full disk nothing can be entered, though it keeps room for that',
    seed: 5,
  },
  'keeps-leftovers': {
    what: 'a device that never removes what it was writing when it died',
    seed: 19,
  },
  'stops-at-a-damaged-page': {
    what: 'a device on which nothing works any more when one page cannot be read',
    seed: 5,
  },
  'repairs-once': {
    what: 'a device that makes its data anew once and, damaged a second time, never again',
    seed: 313,
    isIn: isRough,
  },
  'never-splits': {
    what: 'a device that sends the same large batch for ever over a link that swallows it',
    seed: 63,
  },
  'one-entry-blocks-the-rest': {
    what: 'a device on which one entry that the link swallows holds up all that come after it',
    seed: 41,
  },
  'one-photo-blocks-the-rest': {
    what: 'a device on which one photo that the link swallows holds up all other photos',
    seed: 195,
  },
  'forgets-settled': {
    what: 'a server that applies an event again when it comes again',
    seed: 1,
  },
  'answers-any-body': {
    what: 'a server that gives a former answer to another batch',
    seed: 1,
  },
  'commits-out-of-order': {
    what: 'a server whose changes appear behind a cursor that has passed them',
    seed: 2,
  },
  'orders-by-device-clock': {
    what: "a server that believes devices' clocks and not what people had seen",
    seed: 1,
  },
  'believes-all-was-seen': {
    what: 'a server that overwrites without a trace',
    seed: 2,
  },
  'orders-by-arrival': {
    what: 'a server for which the last to arrive is the last who typed',
    seed: 13,
  },
  'believes-any-hand': {
    what: 'a server for which any key of a device proves any person of it',
    seed: 1,
  },
  'judges-by-the-role-of-today': {
    what: 'a server that judges an entry by the role of its author when it arrives',
    seed: 18,
  },
  'judges-by-the-first-role': {
    what: 'a server for which a role lasts for ever',
    seed: 2,
  },
  'hears-of-no-end': {
    what: 'a server for which people who were removed go on signing',
    seed: 2,
  },
  'hides-other-peoples-wells': {
    what: "a server that shows an operator's device no wells but the operator's own",
    seed: 1,
  },
  'takes-unknown-for-none': {
    what: 'a server for which who does not know a day has seen that nothing stands there',
    seed: 9,
  },
  'keeps-one-lost-state': {
    what: 'a server that keeps of what several restores lost of one record the newest state only',
    seed: 280,
    isIn: isRestored,
  },
  'knows-what-came-later': {
    what: 'a server for which an entry that waited for its author has seen what its device wrote later',
    seed: 209,
    isIn: hasLateEntries,
  },
  'plugs-for-all-days': {
    what: 'a server that takes nothing more of a plugged well, whatever day it is of',
    seed: 8,
  },
  'wipes-notes': {
    what: 'a server for which an empty field of a second creation wipes the note of the first',
    seed: 5,
  },
  'believes-its-own-clock': {
    what: 'a server that goes on by a time at which its clock was ahead',
    seed: 47,
  },
  'sees-no-restore': {
    what: 'a server that does not notice that it was put back',
    seed: 46,
  },
  'overlooks-an-older-storage': {
    what: 'a server that does not notice that the storage of its photos was put back',
    seed: 210,
    isIn: losesPhotos,
  },
  'goes-by-its-mark-alone': {
    what: 'a server for which a storage that was put back within a minute, and has the same mark, has lost nothing',
    seed: 658,
    isIn: losesPhotos,
  },
  'owns-by-device': {
    what: 'a server for which everything that a device sent is the own of whoever deletes there',
    seed: 18,
  },
  'refuses-late-edits': {
    what: 'a server that refuses an edit because somebody took their own entry back',
    seed: 4,
  },
  'puts-back-what-was-before': {
    what: 'a server that puts back the first value when somebody takes their own entry back',
    seed: 2,
  },
  'overtakes-what-waits': {
    what: 'a server that settles an event before an earlier one on its record',
    seed: 10,
  },
  'acknowledges-first': {
    what: 'a server that answers before it has committed',
    seed: 37,
  },
  'loses-writes': {
    what: 'a server that says it took what it never wrote',
    seed: 1,
  },
  'stores-photos-unseen': {
    what: 'a server that believes that the bytes of a photo are there',
    seed: 10,
  },
  'forgets-numbers': {
    what: 'a server that lets a device which was set back give out its numbers again',
    seed: 23,
  },
};

const variants = Object.entries<Broken>(BROKEN).map(([name, broken]) => ({
  name: name as VariantName,
  isIn: () => true,
  ...broken,
}));

/** Plays this file's share of the variants; `part` counts from 0. */
export function playVariants(part: number): void {
  const own = inTurn(variants, 2).filter((_, index) => index % PARTS === part);

  test.each(own)('the simulation notices $name: $what', async ({ name, seed }) => {
    expect((await simulate(seed, VARIANTS[name])).faults).not.toEqual([]);
  });

  if (!isDeep) return;
  test.each(own)(
    'the simulation finds $name by itself',
    async ({ name, isIn }) => {
      const found: string[] = [];
      let played = 0;
      for (let seed = testSeed; played < MOST_WORLDS && found.length === 0; seed += 1) {
        if (!isIn(seed)) continue;
        played += 1;
        found.push(...(await simulate(seed, VARIANTS[name])).faults);
      }
      expect(found).not.toEqual([]);
    },
    SEARCH_MS,
  );
}
