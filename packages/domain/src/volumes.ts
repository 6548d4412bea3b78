/**
 * Volumes have two decimals and are compared and converted in whole hundredths: 0.1 + 0.2 is 0.3 here.
 */

/** A number of two decimals in hundredths, an exact whole number. */
export const toHundredths = (decimal: number): number => Math.round(decimal * 100);

/**
 * The sum of volumes, exact to the hundredth; null if nobody measured any of them.
 *
 * @example
 * sumOfVolumes([0.1, 0.2, null]); // 0.3
 */
export function sumOfVolumes(volumes: readonly (number | null)[]): number | null {
  const known = volumes.filter((volume) => volume !== null);
  return known.length === 0 ? null : hundredthsOf(known) / 100;
}

/**
 * The mean of those volumes that somebody measured, rounded to two decimals; null if nobody measured any of them.
 *
 * @example
 * meanVolume([1, 2, null]); // 1.5
 */
export function meanVolume(volumes: readonly (number | null)[]): number | null {
  const known = volumes.filter((volume) => volume !== null);
  return divideRounded(hundredthsOf(known), 100 * known.length, 2);
}

const hundredthsOf = (volumes: readonly number[]): number =>
  volumes.reduce((sum, volume) => sum + toHundredths(volume), 0);

/**
 * One whole number divided by another, rounded to so many decimals, a half away from zero; null for a divisor of zero. No divisor is
 * negative.
 *
 * @example
 * divideRounded(1, 8, 2); // 0.13
 * divideRounded(-1, 8, 2); // -0.13
 */
export function divideRounded(dividend: number, divisor: number, decimals: number): number | null {
  if (divisor === 0) return null;
  const scaled = BigInt(dividend) * 10n ** BigInt(decimals);
  const whole = BigInt(divisor);
  const half = scaled < 0n ? -whole : whole;
  return Number((2n * scaled + half) / (2n * whole)) / 10 ** decimals;
}

/** Barrels of liquid in a standard cubic metre (SPE, 60 °F). */
export const BARRELS_PER_SM3 = 6.28981;
/** Thousand cubic feet of gas in a standard cubic metre. */
export const MCF_PER_SM3 = 0.0353147;

/**
 * Change from `before` to `now` in percent, rounded to one decimal, a half away from zero. Null where there is nothing to compare with.
 *
 * @example
 * changePercent(70, 100); // -30
 * changePercent(70, 0); // null
 */
export function changePercent(now: number | null, before: number | null): number | null {
  if (now === null || before === null) return null;
  const was = toHundredths(before);
  return divideRounded(100 * (toHundredths(now) - was), was, 1);
}

const SCALE = 10;

/**
 * Multiplies a decimal number, given as text, by a factor and rounds half up to two decimals. It computes in whole numbers
 * throughout: a conversion never depends on what binary floats make of it. Returns null for text that is not a plain decimal
 * number.
 */
export function convertHalfUp(decimal: string, factor: number): number | null {
  const parts = /^(-?)(\d*)(?:\.(\d*))?$/.exec(decimal);
  if (parts === null) return null;
  const [, sign = '', whole = '', fraction = ''] = parts;
  if (whole === '' && fraction === '') return null;
  const digits = BigInt(whole + fraction);
  const scaledFactor = BigInt(Math.round(factor * 10 ** SCALE));
  const divisor = 10n ** BigInt(fraction.length + SCALE - 2);
  const product = digits * scaledFactor;
  const hundredths = (product + divisor / 2n) / divisor;
  const value = Number(hundredths) / 100;
  return sign === '-' && value !== 0 ? -value : value;
}
