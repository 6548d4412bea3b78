import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayInZone, dayNumber, dayOfNumber, daysBetween } from './calendar.ts';

test.each([
  ['2025-03-01', -1, '2025-02-28'],
  ['2024-03-01', -1, '2024-02-29'],
  ['1900-03-01', -1, '1900-02-28'],
  ['2000-02-28', 1, '2000-02-29'],
  ['2025-12-31', 1, '2026-01-01'],
  ['1969-12-31', 1, '1970-01-01'],
  ['2025-03-09', 1, '2025-03-10'],
  ['2025-11-02', 1, '2025-11-03'],
  ['9999-12-31', 1, '9999-12-31'],
])('%s and %d days is %s', (day, count, expected) => {
  expect(addDays(day, count)).toBe(expected);
});

test('going forth and back is where one was, and days are counted one by one', () => {
  const days = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2200-01-01') });
  fc.assert(
    fc.property(days, fc.integer({ min: -100_000, max: 100_000 }), (number, count) => {
      const day = dayOfNumber(number);
      expect(dayNumber(day)).toBe(number);
      expect(addDays(addDays(day, count), -count)).toBe(day);
      expect(dayNumber(addDays(day, 1)) - dayNumber(day)).toBe(1);
    }),
  );
});

test.each([
  // Midnight in Chicago is 06:00 in winter and 05:00 in summer.
  ['2025-01-15T05:59:59.999Z', 'America/Chicago', '2025-01-14'],
  ['2025-01-15T06:00:00Z', 'America/Chicago', '2025-01-15'],
  ['2025-07-15T04:59:59.999Z', 'America/Chicago', '2025-07-14'],
  ['2025-07-15T05:00:00Z', 'America/Chicago', '2025-07-15'],
  // The night of 9 March 2025 has 23 hours there, the one of 2 November 25.
  ['2025-03-09T06:00:00Z', 'America/Chicago', '2025-03-09'],
  ['2025-03-10T04:59:59Z', 'America/Chicago', '2025-03-09'],
  ['2025-03-10T05:00:00Z', 'America/Chicago', '2025-03-10'],
  ['2025-11-02T05:00:00Z', 'America/Chicago', '2025-11-02'],
  ['2025-11-03T05:59:59Z', 'America/Chicago', '2025-11-02'],
  ['2025-11-03T06:00:00Z', 'America/Chicago', '2025-11-03'],
  // Zones that are furthest apart: 26 hours.
  ['2025-06-15T10:30:00Z', 'Pacific/Kiritimati', '2025-06-16'],
  ['2025-06-15T10:30:00Z', 'Etc/GMT+12', '2025-06-14'],
  ['2025-06-15T10:30:00Z', 'UTC', '2025-06-15'],
  // An offset of three quarters of an hour.
  ['2025-06-14T18:14:59Z', 'Asia/Kathmandu', '2025-06-14'],
  ['2025-06-14T18:15:00Z', 'Asia/Kathmandu', '2025-06-15'],
  ['2024-02-29T12:00:00Z', 'UTC', '2024-02-29'],
  ['2025-12-31T23:59:59+00:00', 'UTC', '2025-12-31'],
  ['2025-12-31T23:59:59-01:00', 'UTC', '2026-01-01'],
])('at %s it is, in %s, %s', (instant, zone, day) => {
  expect(dayInZone(instant, zone)).toBe(day);
});

test('every zone that there is has a day of four, two and two digits', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    expect(dayInZone('2025-06-15T12:00:00Z', zone)).toMatch(/^2025-06-1[456]$/);
  }
});

test('days are counted from the first to the second, and from no day at all they are not', () => {
  expect(daysBetween('2025-02-27', '2025-03-01')).toBe(2);
  expect(daysBetween('2025-03-01', '2025-02-27')).toBe(-2);
  expect(daysBetween('today', '2025-02-27')).toBeNull();
});
