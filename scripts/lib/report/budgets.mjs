/**
 * How long each suite of `npm test` may take, so that the whole stays quick while the project grows. A part that needs more
 * than its budget moves to `npm run test:deep`. Or the budget is raised here for all to see.
 */

/**
 * Seconds on the reference machine, of two cores; half as much again as each suite took when this was written. The apps of laptop
 * and phone doubled the files that are linted. They brought their own tests in a browser too.
 */
const BUDGETS = {
  lint: 30,
  types: 25,
  format: 5,
  boundaries: 12,
  unit: 160,
  build: 45,
  api: 190,
  browser: 160,
};

/**
 * Seconds that the work of `machine-speed.mjs` takes on the reference machine. The tests took 16 minutes on it before there
 * were budgets.
 */
export const REFERENCE_WORK = 0.346;

/** A suite fails the run beyond this share of its budget. */
const TOLERANCE = 1.2;

/**
 * The suites that took too long, in words. A slow machine gets more time. A fast one gets no less: a suite waits for clocks and
 * networks too, and those go no faster there.
 *
 * @param {readonly { name: string, seconds: number }[]} results
 * @param {number} work seconds that the work of `machine-speed.mjs` takes on this machine
 * @param {Readonly<Record<string, number>>} budgets
 * @returns {string[]}
 */
export function overBudget(results, work, budgets = BUDGETS) {
  const slowness = Math.max(1, work / REFERENCE_WORK);
  return results.flatMap(({ name, seconds }) => {
    const budget = (budgets[name] ?? Number.POSITIVE_INFINITY) * slowness;
    return seconds > budget * TOLERANCE
      ? [`${name} took ${seconds.toFixed(1)} s; its budget on this machine is ${budget.toFixed(1)} s.`]
      : [];
  });
}
