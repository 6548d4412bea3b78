/**
 * Numbers with a decimal point and commas between thousands. Both languages write them so: it is how English and the
 * Spanish of Mexico and the United States do. Rounding is half up on the decimal digits that people see, not on the
 * binary float behind them. No `Intl`: some engines of phones have only parts of it.
 */

/** Stands for a value that was not measured, not given or can't be computed. */
export const NO_VALUE = '—';

/** Above this a float holds no decimals worth rounding. */
const MOST_EXACT = 1e15;

const grouped = (digits: string): string => digits.replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** "1234.50" for 1234.5 and 2 digits: half up, positive. */
function rounded(size: number, digits: number): string {
  if (size >= MOST_EXACT) return size.toFixed(digits);
  const [mantissa = '0', exponent = '0'] = String(size).split('e');
  const units = String(Math.round(Number(`${mantissa}e${Number(exponent) + digits}`)));
  if (digits === 0) return units;
  const padded = units.padStart(digits + 1, '0');
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/** "1,234.5": at most `most` decimals, and at least `least`. A number that rounds to zero has no sign. */
export function decimal(value: number, most: number, least = most): string {
  const [whole = '', fraction = ''] = rounded(Math.abs(value), most).split('.');
  const kept = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, '');
  const text = `${grouped(whole)}${kept === '' ? '' : `.${kept}`}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** "1,204": a number of things. */
export const count = (value: number): string => decimal(value, 0);

/** "1 well", "1,204 wells". Zero is many, in both languages. */
export const counted = (value: number, one: string, many: string): string =>
  `${count(value)} ${value === 1 ? one : many}`;
