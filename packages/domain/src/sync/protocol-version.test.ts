import { expect, test } from 'vitest';
import { isProtocolTooOld, protocolOf } from './protocol-version.ts';

test.each([
  ['no header is version 2', undefined, false, 2, false],
  ['the version of the server', '2', false, 2, false],
  ['the one before', '4', false, 5, false],
  ['a higher one', '9', false, 2, false],
  ['one that is two behind', '3', false, 5, true],
  ['a batch in an old version', '2', true, 5, false],
  ['a batch from before there were apps', '1', true, 5, true],
  ['no version at all', 'new', false, 2, false],
])('%s', (_, given, isBatch, known, isTooOld) => {
  expect(isProtocolTooOld(given, isBatch, known)).toBe(isTooOld);
});

test('an event that names no version is of version 2', () => {
  expect(protocolOf({})).toBe(2);
  expect(protocolOf({ protocol: 3 })).toBe(3);
});
