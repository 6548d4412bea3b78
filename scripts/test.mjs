/**
 * `npm test`: installs what is missing, then runs everything, going on after a failure. Its end repeats what failed.
 * `npm test -- unit api` runs these suites only. `npm run test:deep` proves each property on more inputs (ADR 29). The last
 * line sums all suites: `N passed, N failed`.
 */
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { runCommand } from './lib/command.mjs';
import { overBudget } from './lib/report/budgets.mjs';
import { crashed, summary, total } from './lib/report/counts.mjs';
import { Failure } from './lib/fail.mjs';
import { ensureInstalled } from './lib/install/install.mjs';
import { measureWork } from './lib/machine-speed.mjs';
import { linePrinter } from './lib/report/printer.mjs';
import { wasInterrupted } from './lib/run.mjs';
import { makeScratchFolder } from './lib/scratch.mjs';
import { runWithin } from './lib/schedule.mjs';
import { slowest } from './lib/report/slowest.mjs';
import { allSuites } from './lib/suites.mjs';

/** @typedef {{ name: string, seconds: number } & import('./lib/suites.mjs').Outcome} Result */

const DAY_MS = 86_400_000;
/** How many seeds no day shares with another. */
const SEEDS_A_DAY = 10_000;
const SLOWEST = 20;

const command = {
  name: 'npm test --',
  summary:
    'Installs what is missing, then runs all suites, or those that are named, and says what failed: docs/testing.md.',
  takes: '[suite...]',
  options: {
    deep: /** @type {const} */ ({ type: 'boolean', help: 'proves each property on more inputs' }),
  },
  example: 'npm test -- unit api',
};

const cores = Math.min(2, availableParallelism());

/**
 * @param {import('./lib/suites.mjs').Suite} suite
 * @returns {Promise<Result>}
 */
async function runSuite({ name, run }) {
  console.log(`== ${name}`);
  const start = performance.now();
  const printer = linePrinter(name);
  const outcome = await run(printer.write).catch((error) => ({
    counts: crashed(),
    failures: [String(error)],
  }));
  printer.end();
  const seconds = (performance.now() - start) / 1000;
  console.log(`== ${name}: ${summary(outcome.counts)} (${seconds.toFixed(1)} s)`);
  return { name, seconds, ...outcome };
}

/** @param {readonly Result[]} results */
function printFailures(results) {
  for (const { name, failures } of results) {
    for (const failure of failures) console.log(`\n== ${name}: ${failure}`);
  }
}

/** @param {readonly Result[]} results */
function printSlowest(results) {
  const times = results.flatMap((result) => result.times ?? []);
  for (const kind of /** @type {const} */ (['files', 'tests'])) {
    const lines = slowest(
      times.flatMap((one) => one[kind]),
      SLOWEST,
    );
    if (lines.length > 0) console.log(`\nThe slowest ${kind}\n${lines.join('\n')}`);
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

/**
 * @param {readonly string[]} wanted names of suites; none means all
 * @param {Omit<import('./lib/suites.mjs').SuiteOptions, 'scratch'>} options
 */
async function runSuites(wanted, options) {
  const scratch = await makeScratchFolder();
  try {
    const suites = allSuites({ ...options, scratch });
    const unknown = wanted.filter((name) => suites.every((suite) => suite.name !== name));
    if (unknown.length > 0) throw new Failure(`There is no suite named ${unknown.join(', ')}.`);
    const chosen = suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
    return await runWithin(cores, chosen, runSuite, wasInterrupted);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Drawn inputs differ from day to day, and not within one. */
function seedOfToday() {
  return Math.floor(Date.now() / DAY_MS) * SEEDS_A_DAY;
}

await runCommand(command, async ({ positionals, values }) => {
  const deep = values['deep'] === true;
  try {
    await ensureInstalled();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    console.log(summary(crashed()));
    return 1;
  }
  const seed = Number(process.env['WELLPULSE_TEST_SEED'] ?? seedOfToday());
  console.log(`Drawn inputs start at ${String(seed)}; WELLPULSE_TEST_SEED=${String(seed)} draws them again.`);
  const before = await measureWork(cores);
  const started = performance.now();
  const results = await runSuites(positionals, { deep, seed });
  const seconds = (performance.now() - started) / 1000;
  const work = Math.max(before, await measureWork(cores));
  printFailures(results);
  printSlowest(results);
  printTable(results);
  const late = deep ? [] : overBudget(results, work);
  console.log(
    `\n${seconds.toFixed(0)} s in all, on a machine that takes ${work.toFixed(2)} s for the measured work`,
  );
  for (const line of late) console.log(line);
  const counts = total([
    ...results.map((result) => result.counts),
    { passed: 0, failed: late.length, skipped: 0 },
  ]);
  console.log(`\n${summary(counts)}`);
  return counts.failed === 0 && !wasInterrupted() ? 0 : 1;
});
