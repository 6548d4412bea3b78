/**
 * Typing errors that a number shows by itself: 4410 for 44.1. A form asks once, and its answer travels as `confirmed`. What nobody
 * confirmed counts everywhere all the same, and is marked. No clock and no order of arrival has a part in it
 * (docs/product-decisions.md, "To be confirmed").
 */
import { hasVolume, type Product, type ProductionRecord, type Volumes } from '@wellpulse/contracts';
import { measuredVolumes } from '../alerts/variance.ts';
import { toHundredths } from '../volumes.ts';

/** How many times as much, or as little, asks. */
const ASKS_FROM_TIMES = 3;
/** A small well may well make three times as little: so far apart two volumes have to be, in bbl and MCF. */
const ASKS_FROM_APART: Readonly<Record<Product, number>> = { OIL: 10, WATER: 10, GAS: 50 };
/** The slips of a decimal point, the likely ones first. */
const SLIPS = [1 / 10, 1 / 100, 1 / 1000, 10, 100, 1000];

/** Nobody reads a question in less, in milliseconds: a press or a key within it was meant for what stood there before. */
export const READING_MS = 700;

/** So many days back one looks for what was measured last: an older volume says little of today. */
export const LAST_MEASURED_WITHIN_DAYS = 31;

/**
 * The volumes that were measured last, product by product. `earlier` are the readings of days before, newest first. Null where
 * nothing was measured. An estimate is no measurement.
 *
 * @example
 * const today = { oilVolume: null, gasVolume: 310, waterVolume: null, estimatedFrom: null };
 * lastMeasured([today])?.gasVolume; // 310
 */
export function lastMeasured(
  earlier: readonly (Volumes & Pick<ProductionRecord, 'estimatedFrom'>)[],
): Volumes | null {
  const measured = earlier.flatMap((reading) => measuredVolumes(reading) ?? []);
  const lastOf = (field: keyof Volumes): number | null =>
    measured.find((volumes) => volumes[field] !== null)?.[field] ?? null;
  const last = {
    oilVolume: lastOf('oilVolume'),
    gasVolume: lastOf('gasVolume'),
    waterVolume: lastOf('waterVolume'),
  };
  return hasVolume(last) ? last : null;
}

/** Why a volume is to be confirmed. */
export interface ToConfirm {
  /** The volume that was measured last, above zero. */
  readonly last: number;
  /** How many times as much it is now; below one, if it is less. */
  readonly times: number;
  /** The volume with its decimal point moved, where that makes it likely; null where it doesn't. */
  readonly meant: number | null;
}

/**
 * Null for a volume that asks nobody: in its usual range, after a zero, or with nothing before it. `last` is the volume of the last day
 * that was measured; an estimate is no measurement.
 *
 * @example
 * volumeToConfirm(4410, 44.1, 'OIL'); // { last: 44.1, times: 100, meant: 44.1 }
 * volumeToConfirm(60, 44.1, 'OIL'); // null
 */
export function volumeToConfirm(
  volume: number | null,
  last: number | null,
  product: Product,
): ToConfirm | null {
  if (volume === null || last === null || last === 0 || !isUnusual(volume, last, product)) return null;
  const meant = SLIPS.map((factor) => toHundredths(volume * factor) / 100).find(
    (moved) => moved > 0 && isNear(moved, last),
  );
  return { last, times: volume / last, meant: meant ?? null };
}

/** In whole hundredths, so that exactly three times asks. */
function isUnusual(volume: number, last: number, product: Product): boolean {
  const [now, before] = [toHundredths(volume), toHundredths(last)];
  const isFar = now >= ASKS_FROM_TIMES * before || ASKS_FROM_TIMES * now <= before;
  return isFar && Math.abs(now - before) >= toHundredths(ASKS_FROM_APART[product]);
}

/** A slip gives back a number of the usual day: within a half of it. */
const isNear = (moved: number, last: number): boolean => moved >= last / 1.5 && moved <= last * 1.5;
