import { ROLES } from '@wellpulse/contracts';
import { expect, test } from 'vitest';
import { mayEnterWaiting, whoseWaiting, type WaitingFor } from './may-enter.ts';

const entry: WaitingFor = {
  kind: 'AUTHOR_MUST_CONFIRM',
  authorId: 'jo',
  authorRole: 'OPERATOR',
  isAuthorActive: true,
};
const whoMay = (waiting: WaitingFor): string[] => [
  ...(mayEnterWaiting(waiting, { id: 'jo', role: waiting.authorRole ?? 'VIEWER' }) ? ['its author'] : []),
  ...ROLES.filter((role) => mayEnterWaiting(waiting, { id: 'sam', role })),
];

test.each<[string, Partial<WaitingFor>, string[]]>([
  ['that its author can confirm', {}, ['its author']],
  ['of a suspended author', { isAuthorActive: false }, ['MANAGER', 'ADMIN']],
  ['of an author who may only look now', { authorRole: 'VIEWER' }, ['MANAGER', 'ADMIN']],
  ['of nobody whom the tenant knows', { authorId: null, authorRole: null }, ['MANAGER', 'ADMIN']],
  ['that came after its author had left', { kind: 'AUTHOR_LEFT' }, ['MANAGER', 'ADMIN']],
])('an entry %s', (_, given, who) => {
  expect(whoMay({ ...entry, ...given })).toEqual(who);
});

test('managers decide about the waiting entries of all, the others about their own', () => {
  expect(whoseWaiting({ id: 'jo', role: 'OPERATOR' })).toBe('jo');
  expect(whoseWaiting({ id: 'sam', role: 'MANAGER' })).toBe(null);
});
