/** What every store of conflicts must do. Each platform's tests call this with a way to make one, and conflicts about a day's oil. */
import { describe, expect, test } from 'vitest';
import type { ConflictStore } from '../conflicts/conflict-choice.ts';

/** Where conflicts are settled in a test. */
export interface ConflictStoreUnderTest {
  readonly store: ConflictStore;
  /** Its id: 40 bbl were there, and then 45 came. `OPEN`: somebody has to choose. `SETTLED`: by the rules the later entry counts. */
  aConflict(status: 'OPEN' | 'SETTLED'): Promise<string>;
  statusOf(conflictId: string): Promise<string>;
  /** The oil of its day, as the store's side has it. */
  oilOf(conflictId: string): Promise<number | null>;
  /** Waits until what a choice makes of the record has come: to a device, with a sync. */
  hear(): Promise<void>;
  /** The same data in a program that starts anew. */
  restart(): Promise<ConflictStoreUnderTest>;
}

const UNKNOWN = '01890000-0000-7000-8000-00000000ffff';

/** `mayReopen`: a device gives its choice to the office, which alone opens a conflict again. */
export function describeConflictStore(
  name: string,
  { mayReopen }: { readonly mayReopen: boolean },
  newPlace: () => Promise<ConflictStoreUnderTest>,
): void {
  describe(`${name} as a store of conflicts`, () => {
    const seen = async (place: ConflictStoreUnderTest, id: string) => {
      const status = await place.statusOf(id);
      await place.hear();
      return [status, await place.statusOf(id), await place.oilOf(id)];
    };
    const settled = (status: string, oil: number) => [status, status, oil];

    test.each([
      ['what stands is kept', { choice: 'EXISTING' }, 40],
      ['what came second is taken', { choice: 'INCOMING' }, 45],
      ['a value of one’s own counts', { choice: 'MERGED', values: { oilVolume: 42.5 } }, 42.5],
    ] as const)('%s, also after a restart', async (_, decision, oil) => {
      const place = await newPlace();
      const id = await place.aConflict('OPEN');
      expect(await seen(place, id)).toEqual(settled('OPEN', 40));
      await place.store.resolve(id, decision);
      expect(await seen(place, id)).toEqual(settled('RESOLVED', oil));
      expect(await seen(await place.restart(), id)).toEqual(settled('RESOLVED', oil));
    });

    test('what gave way by the rules is restored, also after a restart', async () => {
      const place = await newPlace();
      const id = await place.aConflict('SETTLED');
      expect(await place.oilOf(id)).toBe(45);
      await place.store.undo(id);
      expect(await place.oilOf(id)).toBe(40);
      expect(await (await place.restart()).oilOf(id)).toBe(40);
    });

    test('a choice is made once: whoever comes later changes nothing', async () => {
      const place = await newPlace();
      const id = await place.aConflict('OPEN');
      await place.store.resolve(id, { choice: 'EXISTING' });
      await place.store.resolve(id, { choice: 'INCOMING' }).catch(() => undefined);
      expect(await seen(place, id)).toEqual(settled('RESOLVED', 40));
    });

    test(
      mayReopen
        ? 'what a person chose is taken back: the conflict is open, and the day as it was'
        : 'that it opens nothing again is told, and the choice stands',
      async () => {
        const place = await newPlace();
        const id = await place.aConflict('OPEN');
        await place.store.resolve(id, { choice: 'INCOMING' });
        if (mayReopen) await place.store.reopen(id);
        else await expect(place.store.reopen(id)).rejects.toThrow();
        expect(await seen(place, id)).toEqual(mayReopen ? settled('OPEN', 40) : settled('RESOLVED', 45));
      },
    );

    test('what can’t be done is told, and nothing changes', async () => {
      const place = await newPlace();
      const id = await place.aConflict('OPEN');
      await expect(place.store.undo(id)).rejects.toThrow();
      await expect(place.store.reopen(id)).rejects.toThrow();
      expect(await seen(place, id)).toEqual(settled('OPEN', 40));
      await expect(place.store.resolve(UNKNOWN, { choice: 'EXISTING' })).rejects.toThrow();
      await expect(place.store.undo(UNKNOWN)).rejects.toThrow();
      await expect(place.store.reopen(UNKNOWN)).rejects.toThrow();
    });
  });
}
