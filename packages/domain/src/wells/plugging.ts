import type { Well } from '@wellpulse/contracts';

/**
 * Whether a well was plugged before a day, which takes no reading then. What was measured up to the day of plugging is taken
 * whenever it comes (docs/product-decisions.md).
 *
 * @example
 * isAfterPlugging({ status: 'PLUGGED', pluggedOn: '2025-10-19' }, '2025-10-20'); // true
 */
export const isAfterPlugging = (
  { status, pluggedOn }: Pick<Well, 'status' | 'pluggedOn'>,
  day: string,
): boolean => status === 'PLUGGED' && (pluggedOn === null || day > pluggedOn);
