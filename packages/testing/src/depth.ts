/**
 * How thorough a run is. `npm test` proves each property on some inputs, others each day; `npm run test:deep` on many.
 * Both are set by `scripts/test.mjs`.
 */

/** True in `npm run test:deep`. */
export const isDeep = process.env['WELLPULSE_TEST_DEPTH'] === 'deep';

/** How often something is tried: the first number in `npm test`, the second in `npm run test:deep`. */
export const times = (usually: number, deep: number): number => (isDeep ? deep : usually);

/** Where drawn inputs start: `WELLPULSE_TEST_SEED`, which a run prints; without a run around it, the same ones each time. */
export const testSeed = Number(process.env['WELLPULSE_TEST_SEED'] ?? '1');
