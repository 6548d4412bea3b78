/** A name, and the same in each language. */
export const PRODUCT_NAME = 'WellPulse';
