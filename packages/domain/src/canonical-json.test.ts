import fc from 'fast-check';
import { expect, test } from 'vitest';
import { times } from '@wellpulse/testing/depth';
import { canonicalJson } from './canonical-json.ts';

// The examples of RFC 8785, sections 3.2.2 and 3.2.3.
test('numbers, texts and literals are written as RFC 8785 shows', () => {
  const value = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('keys are ordered by their UTF-16 units', () => {
  const names = ['\u20ac', '\r', '\ufb33', '1', '\u{1F600}', '\u0080', '\u00f6', '10', '2'];
  const text = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])));
  expect(Object.keys(JSON.parse(`{"list":${text}}`) as object)).toEqual(['list']);
  expect(
    [...text.matchAll(/"((?:[^"\\]|\\.)*)":/g)].map(([, key]) => JSON.parse(`"${key ?? ''}"`) as string),
  ).toEqual(['\r', '1', '10', '2', '\u0080', '\u00f6', '\u20ac', '\u{1F600}', '\ufb33']);
});

test('a date is its text, and what is undefined is left out', () => {
  expect(canonicalJson({ at: new Date(0), not: undefined })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
});

test.each([Number.NaN, Infinity, '\uD83D', 1n, undefined, () => 1, Symbol('a')])('%s is refused', (value) => {
  expect(() => canonicalJson({ value: [value] })).toThrow();
});

test('it reads back as the same value, whatever the order of keys was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
    { numRuns: times(300, 5000) },
  );
});

/** The same value with the keys of each object in the other order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
