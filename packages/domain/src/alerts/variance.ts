/** Variance: is today's volume too far from yesterday's? (docs/product-decisions.md, "Variance alert") */
import type { AlertKind, ProductionRecord, Volumes } from '@wellpulse/contracts';
import { toHundredths } from '../volumes.ts';

/** A volume that changed more than the tenant's threshold against the day before. */
export interface Variance {
  readonly kind: AlertKind;
  /** Change against the day before in percent, two decimals; null where the day before was zero. */
  readonly changePercent: number | null;
}

/**
 * The volumes by which a day is compared with its neighbours. An estimate has none: it is a share of a month, and nobody read it
 * off (ADR 80). `record` is that of the day; null or undefined for none.
 *
 * @example
 * measuredVolumes({ oilVolume: 30, gasVolume: null, waterVolume: null, estimatedFrom: '2025-10' }); // null
 */
export const measuredVolumes = (
  record: (Volumes & Pick<ProductionRecord, 'estimatedFrom'>) | null | undefined,
): Volumes | null => (record?.estimatedFrom === null ? record : null);

/**
 * Compares a day's volume with the volume of the calendar day before, both in the same unit. Null if one of the two was not
 * measured, or if the change is not strictly more than `thresholdPercent`.
 *
 * @example
 * assessVariance(70, 100, 20); // { kind: 'CHANGED', changePercent: -30 }
 * assessVariance(80, 100, 20); // null
 */
export function assessVariance(
  current: number | null,
  previous: number | null,
  thresholdPercent: number,
): Variance | null {
  if (current === null || previous === null) return null;
  const now = toHundredths(current);
  const before = toHundredths(previous);
  if (now === before) return null;
  if (before === 0) return { kind: 'RESUMED', changePercent: null };
  if (now === 0) return { kind: 'STOPPED', changePercent: -100 };
  // In whole numbers: a change of exactly 1.13 % must not be more than 1.13 %.
  if (Math.abs(now - before) * 10_000 <= toHundredths(thresholdPercent) * before) return null;
  return { kind: 'CHANGED', changePercent: Math.round(((now - before) / before) * 10_000) / 100 };
}
