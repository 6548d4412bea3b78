import fc from 'fast-check';
import { times } from '@wellpulse/testing/depth';
import { expect, test } from 'vitest';
import {
  addDays,
  dayInZone,
  daysInMonth,
  dayNumber,
  dayOfNumber,
  daysBetween,
  endOfDay,
  startOfDay,
} from './calendar.ts';

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

test('the days of a month are those of the calendar', () => {
  const months = ['2023-02-01', '2024-02-01', '2100-02-01', '2025-04-01', '2025-12-31'];
  expect(months.map(daysInMonth)).toEqual([28, 29, 28, 30, 31]);
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

test.each([
  ['2025-10-24', 'America/Chicago', '2025-10-24T05:00:00.000Z'],
  ['2025-12-24', 'America/Chicago', '2025-12-24T06:00:00.000Z'],
  ['2025-03-09', 'America/Chicago', '2025-03-09T06:00:00.000Z'],
  ['2025-11-02', 'America/Chicago', '2025-11-02T05:00:00.000Z'],
  ['2025-10-24', 'UTC', '2025-10-24T00:00:00.000Z'],
  ['2025-10-24', 'Asia/Kathmandu', '2025-10-23T18:15:00.000Z'],
  // Their clocks skip midnight: the day begins at one o'clock.
  ['2025-09-07', 'America/Santiago', '2025-09-07T04:00:00.000Z'],
  ['2025-03-30', 'Asia/Beirut', '2025-03-29T22:00:00.000Z'],
  ['2025-04-25', 'Africa/Cairo', '2025-04-24T22:00:00.000Z'],
  ['2025-03-09', 'America/Havana', '2025-03-09T05:00:00.000Z'],
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  // The hour before midnight twice, and the one after it.
  ['2025-04-06', 'America/Santiago', '2025-04-06T04:00:00.000Z'],
  ['2025-10-26', 'Asia/Beirut', '2025-10-25T22:00:00.000Z'],
  ['2025-11-02', 'America/Havana', '2025-11-02T04:00:00.000Z'],
  // Samoa went over the date line, and had no such day.
  ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
])('%s in %s begins at %s', (day, zone, instant) => {
  expect(startOfDay(day, zone)).toBe(instant);
});

test('in any zone a day begins with its own first instant and ends before the next begins', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  // Clocks changed by other minutes and at other times before the days of the epoch; nobody has entries of then.
  const days = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2040-01-01') }).map(dayOfNumber);
  fc.assert(
    fc.property(zones, days, (zone, day) => {
      const start = startOfDay(day, zone);
      const end = endOfDay(day, zone);
      const justBefore = new Date(Date.parse(start) - 1).toISOString();
      expect(dayInZone(justBefore, zone) < day).toBe(true);
      expect(dayInZone(start, zone) >= day).toBe(true);
      if (start > end) expect(dayInZone(start, zone)).toBe(addDays(day, 1));
      else expect([dayInZone(start, zone), dayInZone(end, zone)]).toEqual([day, day]);
      expect(justBefore).toBe(endOfDay(addDays(day, -1), zone));
    }),
    { numRuns: times(500, 10_000) },
  );
});
