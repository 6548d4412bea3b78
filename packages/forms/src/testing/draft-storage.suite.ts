/** What every storage of drafts must do. Each platform's tests call this with a way to make one. */
import { describe, expect, test } from 'vitest';
import type { DraftStorage } from '../drafts/draft-storage.ts';

/** Where drafts are kept in a test. */
export interface DraftPlaceUnderTest {
  /** Opens what is kept there: each time anew, as after a restart. */
  open(): Promise<DraftStorage>;
  /** From now on there is no room; false where the platform can't be made to. */
  fillUp(): Promise<boolean>;
}

/** `newPlace` makes a place with nothing in it. */
export function describeDraftStorage(name: string, newPlace: () => Promise<DraftPlaceUnderTest>): void {
  describe(`${name} as a storage of drafts`, () => {
    test('gives at once what was written last, and has it after a restart', async () => {
      const place = await newPlace();
      const storage = await place.open();
      const first = storage.write('a.1', '42.');
      const last = storage.write('a.1', '42.5 «Ø»');
      expect(storage.read('a.1')).toBe('42.5 «Ø»');
      expect(await Promise.all([first, last])).toEqual([true, true]);
      expect((await place.open()).read('a.1')).toBe('42.5 «Ø»');
      expect(storage.read('a.2')).toBeNull();
    });

    test('takes away what is null, for good, and what was never there too', async () => {
      const place = await newPlace();
      const storage = await place.open();
      await storage.write('a.1', 'typed');
      const taking = storage.write('a.1', null);
      expect(storage.read('a.1')).toBeNull();
      expect(await taking).toBe(true);
      expect(await storage.write('a.9', null)).toBe(true);
      expect((await place.open()).read('a.1')).toBeNull();
    });

    test('lists the keys that begin so, also after a restart', async () => {
      const place = await newPlace();
      const storage = await place.open();
      for (const key of ['a.1', 'a.2', 'ab', 'b.1']) await storage.write(key, key);
      await storage.write('a.2', null);
      for (const each of [storage, await place.open()]) {
        expect([...each.keys('a.')]).toEqual(['a.1']);
        expect([...each.keys('')].sort()).toEqual(['a.1', 'ab', 'b.1']);
      }
    });

    test('of many writes the last one stays, in whatever order they end', async () => {
      const place = await newPlace();
      const storage = await place.open();
      const writes = Array.from({ length: 25 }, (_, at) => storage.write('a.1', `4${String(at)}`));
      await Promise.all(writes);
      expect((await place.open()).read('a.1')).toBe('424');
    });

    test('says that there is no room, and keeps what it had', async () => {
      const place = await newPlace();
      const storage = await place.open();
      await storage.write('a.1', 'kept');
      if (!(await place.fillUp())) return;
      expect(await storage.write('a.1', 'x'.repeat(100))).toBe(false);
      expect(storage.read('a.1')).toBe('kept');
    });
  });
}
