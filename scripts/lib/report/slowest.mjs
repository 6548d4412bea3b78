/**
 * What took longest, from the reports that the test runners write.
 *
 * @typedef {{ name: string, seconds: number }} Timed
 * @typedef {{ files: Timed[], tests: Timed[] }} Times
 */
import { relative } from 'node:path';
import { root } from '../paths.mjs';
import { specsOf } from './playwright-report.mjs';

/**
 * @param {{ testResults: { name: string, startTime: number, endTime: number,
 *   assertionResults: { fullName: string, duration?: number | null }[] }[] }} report of Vitest's JSON reporter
 * @returns {Times}
 */
export function vitestTimes({ testResults }) {
  const files = testResults.map(({ name, startTime, endTime }) => ({
    name: relative(root, name),
    seconds: (endTime - startTime) / 1000,
  }));
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      name: `${relative(root, name)} › ${fullName}`,
      seconds: (duration ?? 0) / 1000,
    })),
  );
  return { files, tests };
}

/**
 * @param {Pick<import('./playwright-report.mjs').PlaywrightReport, 'suites'>} report of Playwright's JSON reporter
 * @returns {Times}
 */
export function playwrightTimes({ suites }) {
  const specs = suites.flatMap(specsOf).map(({ title, file, line, tests }) => ({
    file,
    title: `${file}:${String(line)} › ${title}`,
    seconds: tests
      .flatMap(({ results }) => results)
      .reduce((sum, { duration = 0 }) => sum + duration / 1000, 0),
  }));
  /** @type {Map<string, number>} */
  const files = new Map();
  for (const { file, seconds } of specs) files.set(file, (files.get(file) ?? 0) + seconds);
  return {
    files: [...files].map(([name, seconds]) => ({ name, seconds })),
    tests: specs.map(({ title, seconds }) => ({ name: title, seconds })),
  };
}

/**
 * The slowest first, one a line.
 *
 * @param {readonly Timed[]} timed
 * @param {number} count
 */
export function slowest(timed, count) {
  return timed
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, count)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`);
}
