import { useRead } from '../../lib/reads.ts';

/** As many days as a chart draws. */
const MOST = 90;

/**
 * How many days of a well up to `until` this phone holds, at most 90; undefined until it is read.
 *
 * @example
 * const held = useDaysHeld(well.id, today); // 8 of the well of a colleague
 */
export const useDaysHeld = (wellId: string, until: string): number | undefined =>
  useRead(['days-held', wellId, until], ({ records }) => records.daysHeld(wellId, { until, most: MOST }));

/**
 * Whether a day without a reading here has none; undefined until it is read.
 *
 * @example
 * const isHeld = useHoldsDay(well.id, '2025-10-24');
 */
export const useHoldsDay = (wellId: string, day: string): boolean | undefined =>
  useRead(['holds-day', wellId, day], ({ records }) => records.holdsDay(wellId, day));
