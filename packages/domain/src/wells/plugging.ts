import type { Well } from '@wellpulse/contracts';

/**
 * Whether a well was plugged before a day, which takes no reading then. What was measured up to the day of plugging is taken
 * whenever it comes (docs/product-decisions.md).
 */
export const isAfterPlugging = (
  { status, pluggedOn }: Pick<Well, 'status' | 'pluggedOn'>,
  day: string,
): boolean => status === 'PLUGGED' && (pluggedOn === null || day > pluggedOn);
