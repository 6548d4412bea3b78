/**
 * A laptop has no network for a simulated week, and loses its power often in the midst of a save. All that it had said
 * to be saved is at the office in the end, once, under its author.
 */
import { addDays } from '@wellpulse/domain';
import { endpoints } from '@wellpulse/contracts';
import { testSeed, times } from '@wellpulse/testing/depth';
import { createWords } from '@wellpulse/words';
import { z } from 'zod';
import { Laptop } from '../../support/laptop/laptop.ts';
import { DAY_2, expect, test } from '../../support/test.ts';

const { fieldWords } = createWords('en');
const DAYS = 7;
const WELLS = 15;

interface Saved {
  readonly wellId: string;
  readonly day: string;
  readonly oil: number;
}

test(
  'what a laptop said to be saved arrives once, though it is killed in the midst of its work',
  DAY_2,
  async ({ workspace }) => {
    const rounds = times(3, 50);
    // Only what hangs should meet it: each round starts the program anew, beside all other tests.
    test.setTimeout(60_000 + rounds * 30_000);
    const operator = (await (await workspace.as('operator')).ask(endpoints.auth.me, {})).user;
    const wells = await Promise.all(
      Array.from({ length: WELLS }, () => workspace.addWell({ operatorIds: [operator.id] })),
    );
    const today = await workspace.today();
    const laptop = await Laptop.unpack(workspace.addresses.webUrl);
    await laptop.signIn('operator');
    await expect(
      laptop.page.getByRole('link', { name: fieldWords.openWell(wells[0]?.name ?? '') }),
    ).toBeVisible();
    laptop.setOffline(true);

    // The same places each time that the seed is the same.
    const todo = wells.flatMap(({ id }, well) =>
      Array.from({ length: DAYS }, (_, back) => ({
        wellId: id,
        day: addDays(today, -back),
        oil: 10 + well + back / 10,
      })),
    );
    const acknowledged: Saved[] = [];
    let killedInSave = 0;
    const chance = drawn(testSeed);
    for (let round = 0; round < rounds; round += 1) {
      const batch = todo.splice(0, Math.ceil((WELLS * DAYS) / rounds));
      const heard = saveOneByOne(laptop, batch);
      // Within the time that some saves take: in the middle of one, most of the time.
      await new Promise((resolve) => setTimeout(resolve, chance() * 20 * batch.length));
      const { done, isSaving } = heard.soFar();
      if (isSaving) killedInSave += 1;
      acknowledged.push(...done);
      await laptop.crash();
      await laptop.unlock('operator');
      const known = await onDisk(laptop, done);
      expect(known).toEqual(done.map(({ oil }) => [oil]));
      todo.push(...batch.filter((entry) => !done.includes(entry)));
    }
    // What was on its way when the power went is entered again, or was saved: then the day is known, and its author is asked.
    await saveOneByOne(laptop, todo).whole;

    for (const isOffline of [false, true, false]) {
      laptop.setOffline(isOffline);
      await laptop.syncNow();
    }
    await expect(laptop.banner()).toContainText(fieldWords.allSent, { timeout: 60_000 });
    const manager = await workspace.as('manager');
    for (const { id: wellId } of wells) {
      const { items } = await manager.ask(endpoints.production.list, {
        params: { wellId },
        query: { from: addDays(today, -DAYS), to: today },
      });
      expect(items.map(({ productionDate }) => productionDate).sort()).toEqual(
        Array.from({ length: DAYS }, (_, back) => addDays(today, -back)).sort(),
      );
      expect(new Set(items.map(({ createdBy }) => createdBy))).toEqual(new Set([operator.id]));
      for (const { day, oil } of acknowledged.filter((entry) => entry.wellId === wellId)) {
        expect(items.find(({ productionDate }) => productionDate === day)?.oilVolume).toBe(oil);
      }
    }
    expect(acknowledged.length).toBeGreaterThan(rounds);
    expect(killedInSave).toBeGreaterThanOrEqual(times(0, 10));
    await laptop.throwAway();
  },
);

/** Saves through the bridge, as the form does. */
function saveOneByOne(laptop: Laptop, batch: readonly Saved[]) {
  const done: Saved[] = [];
  let isSaving = batch.length > 0;
  const whole = (async () => {
    for (const entry of batch) {
      if ((await save(laptop, entry)) === 'WAITS') done.push(entry);
    }
    isSaving = false;
  })();
  // A program that is killed answers nothing more.
  whole.catch(() => undefined);
  return { whole, soFar: () => ({ done: [...done], isSaving }) };
}

const resultsSchema = z.array(z.object({ kind: z.string() }));
const readingsSchema = z.array(z.object({ oilVolume: z.number().nullable() }));

/** What became of the entry; undefined for a fault. */
async function save(laptop: Laptop, { wellId, day, oil }: Saved): Promise<string | undefined> {
  const entry = { productionDate: day, oilVolume: oil, gasVolume: null, waterVolume: null };
  const { ok, value } = await laptop.call('entries.save', [{ wellId, entry, base: null, photos: [] }]);
  return ok ? resultsSchema.parse(value)[0]?.kind : undefined;
}

/** What the laptop has of these days: each with the values of all readings that it shows. */
const onDisk = (laptop: Laptop, entries: readonly Saved[]) =>
  Promise.all(
    entries.map(async ({ wellId, day }) => {
      const { value } = await laptop.call('records.production', { wellId, from: day, to: day });
      return readingsSchema.parse(value).map(({ oilVolume }) => oilVolume);
    }),
  );

/** Numbers from 0 to 1 that are the same for the same seed. */
function drawn(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
