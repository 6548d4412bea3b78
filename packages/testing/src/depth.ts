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

/** As `scripts/test.mjs` draws a day's seeds from the day. */
const SEEDS_A_DAY = 10_000;
/** The day of the seed: what takes turns goes by it. */
export const dayOfSeed = Math.floor(testSeed / SEEDS_A_DAY);

/** Whether what is `place`th of so many days has its turn today; always in `npm run test:deep`. */
export const isTurn = (place: number, days: number, day = dayOfSeed): boolean =>
  isDeep || (place + day) % days === 0;

/** Those whose turn is today: each `days`th in `npm test`, so that so many days take all; all in `npm run test:deep`. */
export const inTurn = <T>(all: readonly T[], days: number, day = dayOfSeed): readonly T[] =>
  all.filter((_, index) => isTurn(index, days, day));
