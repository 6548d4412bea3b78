import { describe, expect, it } from 'vitest';
import { endOfDay, startOfDay } from './zoned-day.ts';

describe('the instants of a day', () => {
  it.each([
    ['2025-10-24', 'America/Chicago', '2025-10-24T05:00:00.000Z'],
    ['2025-12-24', 'America/Chicago', '2025-12-24T06:00:00.000Z'],
    ['2025-03-09', 'America/Chicago', '2025-03-09T06:00:00.000Z'],
    ['2025-11-02', 'America/Chicago', '2025-11-02T05:00:00.000Z'],
    ['2025-10-24', 'UTC', '2025-10-24T00:00:00.000Z'],
    ['2025-10-24', 'Asia/Kathmandu', '2025-10-23T18:15:00.000Z'],
  ])('%s in %s begins at %s', (day, zone, instant) => {
    expect(startOfDay(day, zone)).toBe(instant);
  });

  it('are 23 or 25 hours apart when the clock changes', () => {
    const hours = (day: string) =>
      (Date.parse(endOfDay(day, 'America/Chicago')) + 1 - Date.parse(startOfDay(day, 'America/Chicago'))) /
      3_600_000;
    expect(hours('2025-03-09')).toBe(23);
    expect(hours('2025-11-02')).toBe(25);
    expect(hours('2025-07-04')).toBe(24);
  });
});
