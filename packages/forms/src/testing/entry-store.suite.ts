/** What every store of readings must do. Each platform's tests call this with a way to make one. */
import type { ProductionEntry, ProductionRecord } from '@wellpulse/contracts';
import { describe, expect, test } from 'vitest';
import type { EntryBase, EntryResult, EntryStore, HeldEntry } from '../saving/entry-store.ts';

/** A well without readings, and its store. */
export interface EntryStoreUnderTest<Photo> {
  readonly store: EntryStore<Photo>;
  readonly wellId: string;
  /** Seven days in a row that are over, oldest first. */
  readonly days: readonly string[];
  /** What the store's side has of a day; null for nothing. */
  recordOf(day: string): Promise<ProductionRecord | null>;
  /** A colleague saves the day, and the store's side hears of it. */
  saveElsewhere(day: string, oilVolume: number): Promise<void>;
  /** The same data in a program that starts anew. */
  restart(): Promise<EntryStoreUnderTest<Photo>>;
  /** A photo that may be saved with a reading of the well; its hash is what a record shows. */
  newPhoto(): Promise<{ readonly photo: Photo; readonly hash: string }>;
}

const entryOf = (productionDate: string, given: Partial<ProductionEntry> = {}): ProductionEntry => ({
  productionDate,
  oilVolume: null,
  gasVolume: null,
  waterVolume: null,
  notes: null,
  ...given,
});

const kindsOf = (results: readonly (EntryResult | HeldEntry)[]): string[] => results.map(({ kind }) => kind);

/** `saved` is what the store says of a reading that it has: `SAVED` at a server, `WAITS` on a device. */
export function describeEntryStore<Photo>(
  name: string,
  saved: 'SAVED' | 'WAITS',
  newWell: () => Promise<EntryStoreUnderTest<Photo>>,
): void {
  describe(`${name} as a store of readings`, () => {
    const save = (
      { store, wellId }: EntryStoreUnderTest<Photo>,
      entry: ProductionEntry,
      base: EntryBase | null = null,
      photos: readonly Photo[] = [],
    ): Promise<EntryResult> => store.save({ wellId, entry, base, photos });

    const savedRecord = (result: EntryResult | HeldEntry | undefined): ProductionRecord => {
      if (result?.kind !== saved) throw new Error(`Not saved: ${JSON.stringify(result)}`);
      return result.record;
    };

    test('what it saves is there, as it was typed, also after a restart', async () => {
      const well = await newWell();
      const [day = ''] = well.days;
      const typed = { oilVolume: 42.51, gasVolume: 0, notes: 'Belt slipped' };
      const record = savedRecord(await save(well, entryOf(day, typed)));
      expect(record).toMatchObject({ ...typed, wellId: well.wellId, productionDate: day, waterVolume: null });
      expect(record.confirmed).toBeNull();
      const again = await (await well.restart()).recordOf(day);
      expect(again).toMatchObject({ id: record.id, version: record.version, ...typed });
    });

    test('a volume that its author kept is confirmed, new or changed', async () => {
      const well = await newWell();
      const [day = ''] = well.days;
      const kept = savedRecord(await save(well, entryOf(day, { oilVolume: 4410, confirmed: true })));
      expect(kept.confirmed).toBe(true);
      const other = savedRecord(await save(well, entryOf(day, { oilVolume: 44.1 }), kept));
      expect(other.confirmed).toBeNull();
      const change = entryOf(day, { oilVolume: 4411, confirmed: true });
      expect(savedRecord(await save(well, change, other)).confirmed).toBe(true);
    });

    test('a change replaces what it names, clears what is empty, and gives the next base', async () => {
      const well = await newWell();
      const [day = ''] = well.days;
      const first = savedRecord(
        await save(well, entryOf(day, { oilVolume: 40, waterVolume: 3, notes: 'x' })),
      );
      const second = savedRecord(await save(well, entryOf(day, { oilVolume: 41, notes: 'x' }), first));
      expect(second).toMatchObject({ id: first.id, oilVolume: 41, waterVolume: null, notes: 'x' });
      expect(second.version).toBeGreaterThan(first.version);
      expect(savedRecord(await save(well, entryOf(day, { oilVolume: 42 }), second)).oilVolume).toBe(42);
    });

    test('a day that a colleague saved meanwhile is a conflict, and nothing is overwritten', async () => {
      const well = await newWell();
      const [day = ''] = well.days;
      await well.saveElsewhere(day, 50);
      const result = await save(well, entryOf(day, { oilVolume: 30 }));
      if (result.kind !== 'CONFLICT') throw new Error(`No conflict: ${JSON.stringify(result)}`);
      expect(result.theirs).toMatchObject({ productionDate: day, oilVolume: 50 });
      expect(await well.recordOf(day)).toMatchObject({ oilVolume: 50 });
      // Once both were seen, the person's own may take its place.
      expect(savedRecord(await save(well, entryOf(day, { oilVolume: 30 }), result.theirs)).oilVolume).toBe(
        30,
      );
    });

    test('a change of a record that a colleague changed meanwhile is a conflict too', async () => {
      const well = await newWell();
      const [day = ''] = well.days;
      const first = savedRecord(await save(well, entryOf(day, { oilVolume: 40 })));
      await well.saveElsewhere(day, 50);
      const result = await save(well, entryOf(day, { oilVolume: 30 }), first);
      expect(result).toMatchObject({ kind: 'CONFLICT', theirs: { id: first.id, oilVolume: 50 } });
      expect(await well.recordOf(day)).toMatchObject({ oilVolume: 50 });
    });

    test('what the rules refuse is refused with a reason, field by field', async () => {
      const well = await newWell();
      const [day = ''] = well.days;
      const result = await save(well, entryOf(day, { oilVolume: -3 }));
      if (result.kind !== 'REFUSED') throw new Error(`Not refused: ${JSON.stringify(result)}`);
      expect(result.trouble.code).toBe('VALIDATION_FAILED');
      expect(result.errors.map(({ path }) => path)).toEqual(['oilVolume']);
      expect(await well.recordOf(day)).toBeNull();
    });

    test('a photo is added to the reading', async () => {
      const well = await newWell();
      const [day = ''] = well.days;
      const { photo, hash } = await well.newPhoto();
      savedRecord(await save(well, entryOf(day, { oilVolume: 40 }), null, [photo]));
      expect((await well.recordOf(day))?.photoHashes).toEqual([hash]);
    });

    test('several days are saved in their order, new ones and changed ones', async () => {
      const well = await newWell();
      const [first = '', second = '', third = ''] = well.days;
      const base = savedRecord(await save(well, entryOf(second, { oilVolume: 40 })));
      const days = [
        { entry: entryOf(first, { oilVolume: 1 }), base: null },
        { entry: entryOf(second, { oilVolume: 2, confirmed: true }), base },
        { entry: entryOf(third, { oilVolume: 3 }), base: null },
      ].map((day) => ({ ...day, wellId: well.wellId, photos: [] }));
      const results = await well.store.saveDays(days);
      expect(results.map((result) => savedRecord(result).oilVolume)).toEqual([1, 2, 3]);
      const again = await well.restart();
      expect((await again.recordOf(second))?.confirmed).toBe(true);
      expect((await again.recordOf(third))?.oilVolume).toBe(3);
    });

    test('of several days one that cannot be saved says why, and what comes after it is held back', async () => {
      const well = await newWell();
      const [first = '', second = '', third = ''] = well.days;
      const base = savedRecord(await save(well, entryOf(third, { oilVolume: 40 })));
      await well.saveElsewhere(first, 50);
      const days = [
        { entry: entryOf(first, { oilVolume: 1 }), base: null },
        { entry: entryOf(second, { oilVolume: 2 }), base: null },
        { entry: entryOf(third, { oilVolume: 3 }), base },
      ].map((day) => ({ ...day, wellId: well.wellId, photos: [] }));
      const [stopped, ...held] = await well.store.saveDays(days);
      expect(['CONFLICT', 'REFUSED']).toContain(stopped?.kind);
      expect(kindsOf(held)).toEqual(['HELD', 'HELD']);
      expect(await well.recordOf(first)).toMatchObject({ oilVolume: 50 });
      expect(await well.recordOf(second)).toBeNull();
      expect(await well.recordOf(third)).toMatchObject({ oilVolume: 40 });
    });
  });
}
