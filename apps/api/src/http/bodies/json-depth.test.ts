import { expect, test } from 'vitest';
import { isNestedTooDeeply, MAX_JSON_DEPTH } from './json-depth.ts';

const isTooDeep = (text: string): boolean => isNestedTooDeeply(Buffer.from(text));
const nested = (levels: number): string => '[{"a":'.repeat(levels / 2) + '1' + '}]'.repeat(levels / 2);

test('lists and objects count alike', () => {
  expect([isTooDeep(nested(MAX_JSON_DEPTH)), isTooDeep(nested(MAX_JSON_DEPTH + 2))]).toEqual([false, true]);
});

test('many side by side are not deep', () => {
  expect(isTooDeep(`[${'[],'.repeat(5000)}{}]`)).toBe(false);
});

test('brackets within text are text', () => {
  const text = JSON.stringify('"\\'.repeat(10) + '['.repeat(5000));
  expect(isTooDeep(`{"a":${text}}`)).toBe(false);
  expect(isTooDeep(`{"a":${text},"b":${nested(MAX_JSON_DEPTH)}}`)).toBe(true);
});
