import { expect, test } from 'vitest';

test('what phones run is tested without what their engine lacks', () => {
  expect(Object.keys(globalThis)).not.toContain('structuredClone');
  expect([Reflect.has(Intl, 'ListFormat'), Reflect.has(Map, 'groupBy')]).toEqual([false, false]);
  expect([Reflect.has(String.prototype, 'isWellFormed'), Reflect.has([], 'toSorted')]).toEqual([
    false,
    false,
  ]);
  expect(Reflect.has(Intl, 'DateTimeFormat')).toBe(true);
});
