/** Money, lengths, sizes and spans of days as people read them. */
import { NO_VALUE } from './volume.ts';

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const wholeDollars = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** "$1,240.50"; "—" where no cost was given, which is not the same as none. */
export const formatCost = (cost: number | null): string => (cost === null ? NO_VALUE : dollars.format(cost));

/** For totals, where cents say nothing: "$12,400". */
export const formatCostTotal = (cost: number): string => wholeDollars.format(cost);

const FEET_PER_MILE = 5280;

/** "120 ft"; from a mile on "1.4 miles". */
export const formatFeet = (feet: number): string =>
  feet < FEET_PER_MILE ? `${whole.format(feet)} ft` : `${decimal.format(feet / FEET_PER_MILE)} miles`;

/** "812 bytes", "1.4 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${decimal.format(bytes / 1000)} kB`;
  return `${decimal.format(bytes / 1_000_000)} MB`;
}

/** "1 day", "90 days". */
export const formatDays = (days: number): string => `${whole.format(days)} ${days === 1 ? 'day' : 'days'}`;

/** How far a day is: "today", "in 12 days", "3 days ago". */
export function formatDaysLeft(daysLeft: number): string {
  if (daysLeft === 0) return 'today';
  return daysLeft > 0 ? `in ${formatDays(daysLeft)}` : `${formatDays(-daysLeft)} ago`;
}
