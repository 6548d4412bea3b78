import { expect, test } from 'vitest';
import { hasWaitedAShift, nextReminder } from './reminders.ts';

const SINCE = '2025-10-20T06:00:00.000Z';
const at = (time: string): number => Date.parse(`2025-10-${time}.000Z`);
const reminderAt = (time: string): string => new Date(nextReminder(SINCE, at(time)) ?? 0).toISOString();

test('what waits is overdue after eight hours, and nothing never is', () => {
  expect(hasWaitedAShift(SINCE, at('20T13:59:59'))).toBe(false);
  expect(hasWaitedAShift(SINCE, at('20T14:00:00'))).toBe(true);
  expect(hasWaitedAShift(null, at('21T14:00:00'))).toBe(false);
});

test('a person is reminded at the end of each shift, and of nothing never', () => {
  expect(reminderAt('20T06:00:00')).toBe('2025-10-20T14:00:00.000Z');
  expect(reminderAt('20T13:59:59')).toBe('2025-10-20T14:00:00.000Z');
  expect(reminderAt('20T14:00:00')).toBe('2025-10-20T22:00:00.000Z');
  expect(reminderAt('21T21:00:00')).toBe('2025-10-21T22:00:00.000Z');
  expect(nextReminder(null, at('20T14:00:00'))).toBeNull();
});

test('a clock that was set back does not remind before eight hours', () => {
  expect(reminderAt('19T06:00:00')).toBe('2025-10-20T14:00:00.000Z');
});
