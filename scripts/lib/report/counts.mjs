/**
 * How many tests passed, failed and were skipped, from the reports that the test runners write.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/** @param {boolean} ok */
export function oneCheck(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/**
 * Counts of a run that wrote no report: it crashed, which counts as a failure even if it claims success.
 *
 * @returns {Counts}
 */
export function crashed() {
  return { passed: 0, failed: 1, skipped: 0 };
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} report of Vitest's JSON reporter
 * @param {number} exitCode
 * @returns {Counts}
 */
export function vitestCounts(report, exitCode) {
  // A file that can't be loaded has no failed tests of its own.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
  return honest(
    { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles, skipped },
    exitCode,
  );
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 *   of Playwright's JSON reporter. A test that passed when tried again failed: it may fail for a user as well.
 * @param {number} exitCode
 * @returns {Counts}
 */
export function playwrightCounts({ stats, errors }, exitCode) {
  const failed = stats.unexpected + stats.flaky + errors.length;
  return honest({ passed: stats.expected, failed, skipped: stats.skipped }, exitCode);
}

/**
 * A run that ended badly without a failed test, or that ran no test at all, failed as a whole.
 *
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
function honest(counts, exitCode) {
  const isBad = exitCode !== 0 || counts.passed === 0;
  return isBad && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {Counts} counts as in `12 passed, 0 failed` */
export function summary({ passed, failed, skipped }) {
  const line = `${String(passed)} passed, ${String(failed)} failed`;
  return skipped === 0 ? line : `${line}, ${String(skipped)} skipped`;
}

/** @param {readonly Counts[]} all */
export function total(all) {
  return all.reduce(
    (sum, counts) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
