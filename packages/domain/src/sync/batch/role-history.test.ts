import { describe, expect, it } from 'vitest';
import { loggedBefore, mayEnter, rightsOf, type RolePeriod } from './role-history.ts';

const day = (number: number): string => new Date(Date.UTC(2025, 0, number, 12)).toISOString();
const since = (number: number, role: RolePeriod['role']): RolePeriod => ({ since: day(number), role });

const FOREMAN_WHO_LEFT = [since(1, 'OPERATOR'), since(10, 'MANAGER'), since(20, null)];

describe('the rights of an author', () => {
  it.each([
    ['an entry before a promotion', 5, 15, { roleThen: 'OPERATOR', lowestRole: 'OPERATOR', endedAt: null }],
    ['an entry as a manager', 12, 15, { roleThen: 'MANAGER', lowestRole: 'MANAGER', endedAt: null }],
    ['one that arrives after the end', 12, 25, { roleThen: 'MANAGER', lowestRole: null, endedAt: day(20) }],
    ['one that was made after the end', 22, 25, { roleThen: null, lowestRole: null, endedAt: day(20) }],
    [
      'one from before the account, by a wrong clock',
      -5,
      5,
      { roleThen: 'OPERATOR', lowestRole: 'OPERATOR', endedAt: null },
    ],
  ] as const)('%s', (_, typed, arrives, expected) => {
    expect(rightsOf(FOREMAN_WHO_LEFT, day(typed), day(arrives))).toEqual(expected);
  });

  it('a suspension that is over ended nothing, but what was made in it counts for nothing', () => {
    const suspended = [since(1, 'OPERATOR'), since(5, null), since(7, 'OPERATOR')];
    expect(rightsOf(suspended, day(3), day(9))).toEqual({
      roleThen: 'OPERATOR',
      lowestRole: null,
      endedAt: null,
    });
    expect(mayEnter(rightsOf(suspended, day(3), day(9)), day(9))).toBe(true);
    expect(mayEnter(rightsOf(suspended, day(6), day(9)), day(9))).toBe(false);
  });

  it('a later role adds nothing to what was made before', () => {
    const promoted = [since(1, 'VIEWER'), since(5, 'ADMIN')];
    expect(mayEnter(rightsOf(promoted, day(3), day(9)), day(9))).toBe(false);
    expect(rightsOf(promoted, day(3), day(9)).lowestRole).toBe('VIEWER');
  });

  it.each([
    [29, true],
    [30, true],
    [31, false],
  ])('an entry that arrives %i days after its author was made a viewer: taken is %s', (days, isTaken) => {
    const rights = rightsOf([since(1, 'OPERATOR'), since(10, 'VIEWER')], day(9), day(10 + days));
    expect(mayEnter(rights, day(10 + days))).toBe(isTaken);
  });

  it('several steps down end at the first of them that allows no entry', () => {
    const left = [since(1, 'MANAGER'), since(5, 'OPERATOR'), since(8, 'VIEWER'), since(12, null)];
    expect(rightsOf(left, day(6), day(14)).endedAt).toBe(day(8));
  });
});

it('what was written while the clock was ahead happened before the next row, and before what arrives now', () => {
  const times = { now: day(10), arrival: day(9) };
  const row = (written: number, setRightBy: number | null) =>
    loggedBefore(
      { receivedAt: day(written), setRightBy: setRightBy === null ? null : day(setRightBy) },
      times,
    );
  expect([row(5, null), row(12, null), row(12, 6), row(5, 6)]).toEqual([day(5), day(9), day(6), day(5)]);
});
