import { counted } from '../lib/decimal.ts';

export type TimeUnit = 'year' | 'month' | 'day' | 'hour' | 'minute';

const span = (value: number, unit: TimeUnit): string => counted(value, unit, `${unit}s`);

export const calendar = {
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  shortWeekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  today: 'Today',
  yesterday: 'Yesterday',
  justNow: 'just now',
  /** "3 days". */
  span,
  /** "3 minutes ago". */
  ago: (value: number, unit: TimeUnit) => `${span(value, unit)} ago`,
  /** "in 2 days". */
  ahead: (value: number, unit: TimeUnit) => `in ${span(value, unit)}`,
  /** Inside a sentence, where `daysLeft` is 0. */
  todayInSentence: 'today',
};
