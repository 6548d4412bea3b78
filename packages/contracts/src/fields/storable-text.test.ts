import { expect, test } from 'vitest';
import { isStorable, storableText } from './storable-text.ts';

test.each(['', 'Cooper 14', 'Peña', 'a pump \u{1F6E2} b', '\uFFFD', '\uD7FF\uE000'])(
  '%j is storable',
  (text) => {
    expect(isStorable(text)).toBe(true);
    expect(storableText(text)).toBe(text);
  },
);

test.each([
  ['a\u0000b', 'ab'],
  ['\uD83D', '\uFFFD'],
  ['a\uDEE2b', 'a\uFFFDb'],
  ['\uDEE2\uD83D', '\uFFFD\uFFFD'],
  ['\uD83D\uD83D\uDEE2', '\uFFFD\u{1F6E2}'],
])('%j is not, and becomes %j', (text, storable) => {
  expect(isStorable(text)).toBe(false);
  expect(storableText(text)).toBe(storable);
  expect(isStorable(storable)).toBe(true);
});
