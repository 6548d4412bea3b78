import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsIn } from './json-size.ts';
import { signedText } from './signed-text.ts';

test('a value fits in exactly the bytes that it is signed with', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (payload) => {
      const event = { payload };
      const bytes = Buffer.byteLength(signedText(event));
      expect([fitsIn(bytes, event), fitsIn(bytes - 1, event)]).toEqual([true, false]);
    }),
    { seed: 20_251_020 },
  );
});

test('a value of very many parts or levels is soon known not to fit', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  const values = [deep, Array.from({ length: 1_000_000 }, () => 0), 'x'.repeat(5_000_000)];
  const before = performance.now();
  for (const value of values) expect(fitsIn(64 * 1024, value)).toBe(false);
  expect(performance.now() - before).toBeLessThan(1000);
});
