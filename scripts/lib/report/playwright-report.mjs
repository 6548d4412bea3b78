/**
 * What the scripts read of the report of Playwright's JSON reporter.
 *
 * @typedef {{ message?: string, stack?: string }} PlaywrightError
 * @typedef {{ status: string, results: { duration?: number, errors?: PlaywrightError[] }[] }} PlaywrightTest
 * @typedef {{ title: string, file: string, line: number, tests: PlaywrightTest[] }} PlaywrightSpec
 * @typedef {{ specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 * @typedef {{ suites: PlaywrightSuite[], errors: PlaywrightError[] }} PlaywrightReport
 */

/**
 * All tests of a suite, also those of the suites in it.
 *
 * @param {PlaywrightSuite} suite
 * @returns {PlaywrightSpec[]}
 */
export function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}
