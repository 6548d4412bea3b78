/** Calendar days, and how people read them; written apart from the code under test. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `daysBefore('2025-03-01', 1)` is `2025-02-28`. */
export function daysBefore(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - count);
  return date.toISOString().slice(0, 10);
}

/** "Fri 24 Oct". */
export function inWords(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const [weekday = '', month = ''] = [WEEKDAYS[date.getUTCDay()], MONTHS[date.getUTCMonth()]];
  return `${weekday} ${date.getUTCDate()} ${month}`;
}

/** "Fri 24 Oct 2025". */
export const inFullWords = (day: string): string => `${inWords(day)} ${day.slice(0, 4)}`;
