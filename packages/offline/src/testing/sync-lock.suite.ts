/** What every lock of syncing must do. Each platform's tests call this with a way to make one. */
import { describe, expect, test } from 'vitest';
import type { SyncLock } from '../ports/sync-lock.ts';

/** `newLock` makes another lock on the same data for the same `place`, as another program would. */
export function describeSyncLock(
  name: string,
  newLock: (place: string) => SyncLock,
  newPlace: () => string,
): void {
  describe(`${name} as a lock of syncing`, () => {
    test('one takes it, and no other until it is released', async () => {
      const place = newPlace();
      const [first, second] = [newLock(place), newLock(place)];
      expect(await first.take()).toBe(true);
      expect(await second.take()).toBe(false);
      await first.release();
      expect(await second.take()).toBe(true);
      await second.release();
      expect(await first.take()).toBe(true);
      await first.release();
    });

    test('of many at once one takes it', async () => {
      const place = newPlace();
      const locks = Array.from({ length: 5 }, () => newLock(place));
      const taken = await Promise.all(locks.map((lock) => lock.take()));
      expect(taken.filter(Boolean)).toHaveLength(1);
      await Promise.all(locks.map((lock) => lock.release()));
      expect(await newLock(place).take()).toBe(true);
    });

    test('locks of other data know nothing of it, and releasing what is not held is no error', async () => {
      const [first, other] = [newLock(newPlace()), newLock(newPlace())];
      await other.release();
      expect([await first.take(), await other.take()]).toEqual([true, true]);
      await first.release();
      await first.release();
      await other.release();
    });
  });
}
