/** What every ballast must do. Each platform's tests call this with a way to make one. */
import { describe, expect, test } from 'vitest';
import { BALLAST_BYTES, type Ballast } from '../ports/ballast.ts';

/** `newPlace` makes a place without a ballast; `open` names the one there, on a disk that has so many bytes left. */
export function describeBallast(
  name: string,
  newPlace: () => string,
  open: (place: string, freeBytes: () => number) => Ballast,
): void {
  describe(`${name} as a ballast`, () => {
    test('is made where the disk has as much room again, and gives its room back once', async () => {
      let free = 2 * BALLAST_BYTES - 1;
      const ballast = open(newPlace(), () => free);
      expect([await ballast.make(), await ballast.stands()]).toEqual([false, false]);
      free += 1;
      expect([await ballast.make(), await ballast.stands()]).toEqual([true, true]);
      expect([await ballast.giveBack(), await ballast.giveBack()]).toEqual([true, false]);
    });

    test('stands after a restart, also on a disk that is full by then, and is gone once it was given back', async () => {
      const place = newPlace();
      await open(place, () => 2 * BALLAST_BYTES).make();
      const again = open(place, () => 0);
      expect([await again.stands(), await again.make()]).toEqual([true, true]);
      await again.giveBack();
      const last = open(place, () => 0);
      expect([await last.stands(), await last.make()]).toEqual([false, false]);
    });
  });
}
