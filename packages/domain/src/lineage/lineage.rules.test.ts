import { expect, test } from 'vitest';
import { lineageAfterLostMark, versionFloorAfter } from './lineage.rules.ts';

const NOW = '2026-03-01T06:00:00.000Z';
const after = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

test('the floor is at least the number of minutes since 2020, and fits the database for sixty years', () => {
  const minutes = (Date.parse(NOW) - Date.parse('2020-01-01T00:00:00.000Z')) / 60_000;
  expect(versionFloorAfter(null, NOW)).toBeGreaterThanOrEqual(minutes);
  expect(versionFloorAfter(null, '2086-01-01T00:00:00.000Z')).toBeLessThan(2 ** 31);
});

test('two restores within a minute share no floor, whether the second server knows of the first one or not', () => {
  const first = versionFloorAfter(null, NOW);
  expect(versionFloorAfter(null, after(20))).toBe(first + 20);
  const former = { id: 1, versionFloor: first };
  expect(versionFloorAfter(former, NOW)).toBe(first + 1_000);
  // The server's clock was set back meanwhile.
  expect(versionFloorAfter(former, after(-86_400))).toBe(first + 1_000);
});

test('two restores to the same lineage share no floor, however soon after it they come', () => {
  const first = { id: 1, versionFloor: versionFloorAfter(null, NOW) };
  expect(versionFloorAfter(first, after(300))).not.toBe(versionFloorAfter(first, after(600)));
  const second = { id: 2, versionFloor: versionFloorAfter(first, after(300)) };
  expect(versionFloorAfter(second, after(600))).not.toBe(versionFloorAfter(second, after(601)));
});

test('a mark that was given in the present lineage begins the next one, once', () => {
  expect(lineageAfterLostMark(0, 0)).toBe(1);
  expect(lineageAfterLostMark(0, 1)).toBe(null);
});

test('a mark of a lineage that was lost with the log begins one of a number that nobody was given', () => {
  expect(lineageAfterLostMark(3, 1)).toBe(4);
});

test('a mark that this server never gave proves nothing', () => {
  expect(lineageAfterLostMark(null, 0)).toBe(null);
});
