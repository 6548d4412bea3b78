/**
 * `npm test`: installs what is missing, then runs everything, going on after a failure, and tells once more at its end
 * what failed. `npm test -- unit api` runs these suites only. The last line sums all suites: `N passed, N failed`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashed, summary, total } from './lib/counts.mjs';
import { Failure, runMain } from './lib/fail.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { wasInterrupted } from './lib/run.mjs';
import { allSuites } from './lib/suites.mjs';

/** @typedef {{ name: string, seconds: number } & import('./lib/suites.mjs').Outcome} Result */

/**
 * @param {import('./lib/suites.mjs').Suite} suite
 * @returns {Promise<Result>}
 */
async function runSuite({ name, run }) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const { counts, failures } = await run().catch((error) => {
    console.error(error);
    return { counts: crashed(), failures: [String(error)] };
  });
  const seconds = (performance.now() - start) / 1000;
  console.log(`${summary(counts)} (${seconds.toFixed(1)} s)`);
  return { name, counts, failures, seconds };
}

/** @param {readonly Result[]} results */
function printFailures(results) {
  for (const { name, failures } of results) {
    for (const failure of failures) console.log(`\n== ${name}: ${failure}`);
  }
}

/** @param {readonly Result[]} results */
function printTable(results) {
  console.log(`\n${row('suite', 'passed', 'failed', 'skipped', 'seconds')}`);
  for (const { name, counts, seconds } of results) {
    const { passed, failed, skipped } = counts;
    console.log(row(name, String(passed), String(failed), String(skipped), seconds.toFixed(1)));
  }
}

/**
 * @param {string} name
 * @param {string[]} cells
 */
function row(name, ...cells) {
  return [name.padEnd(12), ...cells.map((cell) => cell.padStart(9))].join('');
}

/** @param {readonly string[]} wanted names of suites; none means all */
async function runSuites(wanted) {
  const reports = await mkdtemp(join(tmpdir(), 'wellpulse-test-'));
  try {
    const suites = allSuites(reports);
    const unknown = wanted.filter((name) => suites.every((suite) => suite.name !== name));
    if (unknown.length > 0) throw new Failure(`There is no suite named ${unknown.join(', ')}.`);
    /** @type {Result[]} */
    const results = [];
    for (const suite of suites) {
      if (wasInterrupted()) break;
      if (wanted.length === 0 || wanted.includes(suite.name)) results.push(await runSuite(suite));
    }
    return results;
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
}

await runMain(async () => {
  try {
    await ensureInstalled();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    console.log(summary(crashed()));
    return 1;
  }
  const results = await runSuites(process.argv.slice(2));
  printFailures(results);
  printTable(results);
  const counts = total(results.map((result) => result.counts));
  console.log(`\n${summary(counts)}`);
  return counts.failed === 0 && !wasInterrupted() ? 0 : 1;
});
