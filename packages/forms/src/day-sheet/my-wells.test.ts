import { expect, test } from 'vitest';
import { wellsShown, type WellsAsked } from './my-wells.ts';

const PUMPER: WellsAsked = { role: 'OPERATOR', choice: null, route: null, hasSome: true };

test.each<[string, Partial<WellsAsked>, ReturnType<typeof wellsShown>]>([
  ['a pumper sees their own wells', {}, { isOffered: true, shown: 'mine' }],
  ['until they choose otherwise', { choice: 'all' }, { isOffered: true, shown: 'all' }],
  ['a foreman sees all', { role: 'MANAGER' }, { isOffered: true, shown: 'all' }],
  ['unless they choose their own', { role: 'MANAGER', choice: 'mine' }, { isOffered: true, shown: 'mine' }],
  ['a pumper without wells of their own sees all', { hasSome: false }, { isOffered: false, shown: 'all' }],
  [
    'nothing is shown twice: it waits until they are known',
    { hasSome: null },
    { isOffered: false, shown: null },
  ],
  ['who sees all waits for nothing', { hasSome: null, choice: 'all' }, { isOffered: false, shown: 'all' }],
  [
    'a route by name shows all of its wells',
    { route: 'North', choice: 'mine' },
    { isOffered: false, shown: 'all' },
  ],
])('%s', (_, given, shown) => {
  expect(wellsShown({ ...PUMPER, ...given })).toEqual(shown);
});
