/** What every store of texts must do. The test of each adapter calls this with a way to open it. */
import { describe, expect, test } from 'vitest';
import type { Texts } from '../ports.ts';

/** `open` opens the same store each time, as after a restart. Nothing is in it to begin with. */
export function describeTexts(name: string, open: () => Texts): void {
  describe(`${name} as a store of texts`, () => {
    test('has nothing under a name that nobody wrote', async () => {
      expect(await open().read('never')).toBeNull();
    });

    test('gives what was written last, also after a restart', async () => {
      const texts = open();
      await texts.write('one', '42');
      await texts.write('one', '{"text":"42.5 «Ø»"}');
      expect(await texts.read('one')).toBe('{"text":"42.5 «Ø»"}');
      expect(await open().read('one')).toBe('{"text":"42.5 «Ø»"}');
    });

    test('keeps each name apart, and an empty text is a text', async () => {
      await open().write('two', '');
      await open().write('two.three', 'other');
      expect([await open().read('two'), await open().read('two.three')]).toEqual(['', 'other']);
    });

    test('of several that write and read at once, each has a whole text, and the last one stays', async () => {
      const texts = open();
      const all = ['a', 'bb', 'ccc', 'dddd'];
      const read = await Promise.all(
        all.flatMap((text) => [texts.write('four', text), texts.read('four')] as const),
      );
      expect([null, undefined, ...all]).toEqual(expect.arrayContaining(read));
      expect(await open().read('four')).toBe('dddd');
    });
  });
}
