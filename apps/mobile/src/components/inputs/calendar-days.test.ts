import { expect, test } from 'vitest';
import { monthAfter, weeksOf } from './calendar-days.ts';

test('a month has its days below their weekdays, each once', () => {
  // The 1st of October 2025 was a Wednesday, and February 2026 fills four weeks from Sunday on.
  const [week] = weeksOf('2025-10');
  expect(week).toEqual([null, null, null, '2025-10-01', '2025-10-02', '2025-10-03', '2025-10-04']);
  const days = weeksOf('2025-10').flatMap((each) => each.filter((day) => day !== null));
  expect([days.length, new Set(days).size, days.at(-1)]).toEqual([31, 31, '2025-10-31']);
  expect(weeksOf('2026-02').map((each) => each.length)).toEqual([7, 7, 7, 7]);
  expect(weeksOf('2026-02').flat()).not.toContain(null);
});

test('months go on over the end of a year', () => {
  expect([monthAfter('2025-12', 1), monthAfter('2026-01', -1)]).toEqual(['2026-01', '2025-12']);
});
