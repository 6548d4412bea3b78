import { expect, it } from 'vitest';
import { isInScope, wellScope } from './well-scope.ts';

const well = (id: string, operatorIds: string[], deleted = false) => ({ id, operatorIds, deleted });
const pat = { id: 'pat', role: 'OPERATOR' } as const;
const wells = [well('c', ['pat']), well('a', ['pia', 'pat']), well('b', ['pia']), well('d', ['pat'], true)];

it('gives an operator the wells that they are assigned to, in order, and no deleted one', () => {
  expect(wellScope(pat, wells)).toEqual(['a', 'c']);
});

it('gives an operator without a well all of them', () => {
  expect(wellScope({ id: 'new', role: 'OPERATOR' }, wells)).toBeNull();
  expect(wellScope(pat, [well('d', ['pat'], true)])).toBeNull();
});

it('gives every other role all of them', () => {
  expect(wellScope({ id: 'pat', role: 'MANAGER' }, wells)).toBeNull();
  expect(wellScope({ id: 'pat', role: 'VIEWER' }, wells)).toBeNull();
});

it('holds what it names, or everything', () => {
  expect([isInScope(['a'], 'a'), isInScope(['a'], 'b'), isInScope(null, 'b')]).toEqual([true, false, true]);
});
