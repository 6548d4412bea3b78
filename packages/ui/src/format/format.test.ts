import { describe, expect, it } from 'vitest';
import * as format from './index.ts';

describe('volumes', () => {
  it('tells a volume not measured from zero', () => {
    expect(format.formatVolume(null)).toBe('—');
    expect(format.formatVolume(undefined)).toBe('—');
    expect(format.formatVolume(Number.NaN)).toBe('—');
    expect(format.formatVolume(0)).toBe('0');
    expect(format.formatVolume(-0)).toBe('0');
  });

  it('separates thousands, with one decimal in tables and two in forms', () => {
    expect(format.formatVolume(1234.5)).toBe('1,234.5');
    expect(format.formatVolume(42)).toBe('42.0');
    expect(format.formatVolumeExact(1234.5)).toBe('1,234.50');
    expect(format.formatTotal(12345.4)).toBe('12,345');
  });

  it('rounds halves up on the digits that people see', () => {
    expect(format.formatVolume(1.05)).toBe('1.1');
    expect(format.formatVolume(0.15)).toBe('0.2');
  });

  it('adds the unit only to a value', () => {
    expect(format.formatVolumeWithUnit(3910, 'GAS')).toBe('3,910.0 MCF');
    expect(format.formatVolumeWithUnit(null, 'OIL')).toBe('—');
  });
});

describe('changes', () => {
  it('always carries a sign, except for none', () => {
    expect(format.formatChange(2.14)).toBe('+2.1 %');
    expect(format.formatChange(-57.1)).toBe('−57 %');
    expect(format.formatChange(1234)).toBe('+1,234 %');
    expect(format.formatChange(-0.04)).toBe('0 %');
    expect(format.formatChange(null)).toBe('—');
  });

  it('compares with nothing when the day before was zero or not measured', () => {
    expect(format.changePercent(10, 0)).toBeNull();
    expect(format.changePercent(10, null)).toBeNull();
    expect(format.changePercent(18, 42)).toBeCloseTo(-57.14, 2);
  });
});

describe('days', () => {
  it('is the same day in every time zone', () => {
    expect(format.formatDay('2025-10-24')).toBe('Fri 24 Oct');
    expect(format.formatDayWithYear('2025-01-01')).toBe('1 Jan 2025');
    expect(format.formatDayHeading('2024-02-29')).toBe('Thursday 29 Feb');
  });

  it('gives back what is no day', () => {
    expect(format.formatDay('2025-02-30')).toBe('2025-02-30');
    expect(format.formatDay('yesterday')).toBe('yesterday');
  });

  it('names today and yesterday, and adds the year to other years', () => {
    expect(format.formatDayRelative('2025-10-24', '2025-10-24')).toBe('Today');
    expect(format.formatDayRelative('2025-02-28', '2025-03-01')).toBe('Yesterday');
    expect(format.formatDayRelative('2025-10-20', '2025-10-24')).toBe('Mon 20 Oct');
    expect(format.formatDayRelative('2024-12-30', '2025-10-24')).toBe('30 Dec 2024');
  });
});

describe('instants', () => {
  it('shows the wall clock of the zone, across daylight saving', () => {
    expect(format.formatInstant('2025-10-24T11:41:00Z', 'America/Chicago')).toBe('24 Oct 2025, 6:41');
    expect(format.formatInstant('2025-12-24T11:41:00Z', 'America/Chicago')).toBe('24 Dec 2025, 5:41');
    expect(format.formatTime('2025-09-24T05:00:00Z', 'America/Chicago')).toBe('0:00');
    expect(format.formatInstant('2025-09-05T18:00:00Z', 'UTC')).toBe('5 Sep 2025, 18:00');
  });

  it('says how long ago', () => {
    const now = new Date('2025-10-24T12:00:00Z');
    expect(format.formatRelative('2025-10-24T11:59:30Z', now)).toBe('just now');
    expect(format.formatRelative('2025-10-24T11:57:00Z', now)).toBe('3 minutes ago');
    expect(format.formatRelative('2025-10-22T11:00:00Z', now)).toBe('2 days ago');
    expect(format.formatRelative('2025-10-26T13:00:00Z', now)).toBe('in 2 days');
  });

  it('shows no time for what is no instant', () => {
    expect(format.formatTime('soon', 'UTC')).toBe('—');
  });
});
