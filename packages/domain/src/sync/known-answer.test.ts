import { expect, it } from 'vitest';
import { knownAnswer } from './known-answer.ts';

const answer = { synced: ['a'], conflicts: [], failed: [], serverTime: '2025-06-15T18:00:00.000Z' };

it('answers the same batch again as before, and no other batch by its key', () => {
  const before = { bodyHash: 'one', answer };
  expect(knownAnswer(undefined, 'one')).toBe('NEW');
  expect(knownAnswer(before, 'one')).toBe(answer);
  expect(knownAnswer(before, 'two')).toBe('KEY_REUSED');
});
