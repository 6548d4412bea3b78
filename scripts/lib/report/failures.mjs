/**
 * What failed, in words: the name of each failed test and what it said, from the reports that the test runners write.
 * A run of thousands of tests tells it a second time at its end, where it is looked for.
 */
import { stripVTControlCharacters } from 'node:util';
import { specsOf } from './playwright-report.mjs';

/** What one test says is cut here: differences of large objects run to thousands of lines. */
const LINES = 40;

/**
 * @param {{ testResults: { name: string, status: string, message: string,
 *   assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} report of Vitest's JSON
 *   reporter
 * @returns {string[]}
 */
export function vitestFailures({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [told(name, message)] : [];
    return failed.map(({ fullName, failureMessages }) => told(`${name} › ${fullName}`, ...failureMessages));
  });
}

/**
 * Tests that passed when they were tried again are among them.
 *
 * @param {import('./playwright-report.mjs').PlaywrightReport} report of Playwright's JSON reporter
 * @returns {string[]}
 */
export function playwrightFailures({ suites, errors }) {
  const tests = suites.flatMap(specsOf).flatMap(({ title, file, line, tests: runs }) =>
    runs
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) => {
        const name = `${file}:${String(line)} › ${title}${status === 'flaky' ? ' (passed when tried again)' : ''}`;
        return told(name, ...results.flatMap((result) => result.errors ?? []).map(textOf));
      }),
  );
  return [...tests, ...errors.map((error) => told(textOf(error)))];
}

/** @param {import('./playwright-report.mjs').PlaywrightError} error */
function textOf({ stack, message }) {
  return stack ?? message ?? 'no reason was given';
}

/** @param {...string} parts */
export function told(...parts) {
  const lines = stripVTControlCharacters(parts.join('\n')).trimEnd().split('\n');
  return (lines.length > LINES ? [...lines.slice(0, LINES), '…'] : lines).join('\n');
}
