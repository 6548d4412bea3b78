import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crashed, oneCheck, playwrightCounts, total, vitestCounts } from './report/counts.mjs';
import { playwrightFailures, told, vitestFailures } from './report/failures.mjs';
import { packageFile, root, stackEnvironment, stackNode } from './paths.mjs';
import { runAndCollect } from './run.mjs';
import { playwrightTimes, vitestTimes } from './report/slowest.mjs';
import { checkTypes } from './typecheck.mjs';

/**
 * @typedef {import('./report/counts.mjs').Counts} Counts
 * @typedef {import('./report/slowest.mjs').Times} Times
 *
 * @typedef {object} Outcome
 * @property {Counts} counts
 * @property {string[]} failures what failed, in words, each test by itself
 * @property {Times} [times] of its files and tests
 *
 * @typedef {(text: string) => void} Write takes what a suite prints
 * @typedef {{ run: (write: Write) => Promise<Outcome> } & import('./schedule.mjs').Job} Suite
 *
 * @typedef {object} SuiteOptions
 * @property {string} scratch a folder for what tests write, and for the test runners' reports
 * @property {boolean} deep proves each property on more inputs, and the tests themselves on broken code
 * @property {number} seed where drawn inputs start
 */

const BOUNDARIES = ['--config', '.dependency-cruiser.cjs', 'apps', 'packages', 'e2e', 'bench'];
const ALL_CORES = Number.POSITIVE_INFINITY;
const SETTINGS = /^(WELLPULSE_(?!CHROMIUM$).*|DATABASE_URL|AZURE_STORAGE_CONNECTION_STRING|REDIS_URL)$/;

/**
 * Tests start servers of their own: settings of a stack that runs beside them are none of their business.
 *
 * @param {SuiteOptions} options
 */
function testEnvironment({ deep, scratch, seed }) {
  return {
    ...Object.fromEntries(Object.entries(stackEnvironment()).filter(([name]) => !SETTINGS.test(name))),
    TMPDIR: scratch,
    // Tests start the same programs many times: a third of what a short command takes is reading its code.
    NODE_COMPILE_CACHE: join(scratch, 'compile-cache'),
    WELLPULSE_TEST_DEPTH: deep ? 'deep' : 'usual',
    WELLPULSE_TEST_SEED: String(seed),
  };
}

/**
 * Everything that `npm test` runs, in the order in which it is started.
 *
 * @param {SuiteOptions} options
 * @returns {Suite[]}
 */
export function allSuites(options) {
  return [
    { ...tool('lint', 'oxlint', 'bin/oxlint', [], options), cores: ALL_CORES },
    { name: 'types', cores: ALL_CORES, run: () => types(options.deep) },
    // ADR 64 says why by oxfmt.
    tool('format', 'oxfmt', 'bin/oxfmt', ['--check', '.'], options),
    tool('boundaries', 'dependency-cruiser', 'bin/dependency-cruiser.mjs', BOUNDARIES, options),
    vitest('unit', options),
    // It writes types that the linter and the compiler read.
    { name: 'build', cores: ALL_CORES, after: ['lint', 'types'], run: build },
    vitest('api', options),
    ...browser(options),
    ...(options.deep ? [{ name: 'mutants', cores: ALL_CORES, run: mutants }] : []),
  ];
}

/**
 * @param {boolean} deep
 * @returns {Promise<Outcome>}
 */
async function types(deep) {
  /** @type {Outcome[]} */
  const outcomes = [];
  await checkTypes({ deep, onResult: ({ name, ok, output }) => outcomes.push(check(name, ok, output)) });
  return {
    counts: total(outcomes.map(({ counts }) => counts)),
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}

/**
 * @param {Write} write
 * @returns {Promise<Outcome>}
 */
async function build(write) {
  const { code, output } = await runAndCollect(stackNode, ['scripts/build.mjs'], { write });
  return check('build', code === 0, output);
}

/**
 * @param {Write} write
 * @returns {Promise<Outcome>}
 */
async function mutants(write) {
  const { code, output } = await runAndCollect(stackNode, ['scripts/mutants.mjs'], { write });
  const survivors = output.split('\n').filter((line) => line.startsWith('survived'));
  const killed = output.split('\n').filter((line) => line.startsWith('killed')).length;
  const failed = Math.max(survivors.length, code === 0 ? 0 : 1);
  return { counts: { passed: killed, failed, skipped: 0 }, failures: survivors };
}

/**
 * @param {string} name
 * @param {boolean} ok
 * @param {string} output said if it failed
 * @returns {Outcome}
 */
function check(name, ok, output) {
  return { counts: oneCheck(ok), failures: ok ? [] : [told(name, output)] };
}

/**
 * A check that says something only when it finds something.
 *
 * @param {string} name
 * @param {string} packageName
 * @param {string} file
 * @param {string[]} args
 * @param {SuiteOptions} options
 * @returns {Suite}
 */
function tool(name, packageName, file, args, options) {
  const run = async (/** @type {Write} */ write) => {
    const command = [packageFile(packageName, file), ...args];
    const { code, output } = await runAndCollect(stackNode, command, {
      env: testEnvironment(options),
      write,
    });
    return check(name, code === 0, output);
  };
  return { name, cores: 1, run };
}

/**
 * @param {'unit' | 'api'} project of vitest.config.ts
 * @param {SuiteOptions} options
 * @returns {Suite}
 */
function vitest(project, options) {
  const report = join(options.scratch, `${project}.json`);
  const run = async (/** @type {Write} */ write) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    // `unit` has two projects: what phones run is tested apart (ADR 82).
    const args = [packageFile('vitest', 'vitest.mjs'), 'run', '--project', `${project}*`, ...reporters];
    const { code } = await runAndCollect(stackNode, args, { env: testEnvironment(options), write });
    return readReport(report, (content) => ({
      counts: vitestCounts(content, code),
      failures: vitestFailures(content),
      times: vitestTimes(content),
    }));
  };
  return { name: project, cores: ALL_CORES, run };
}

/**
 * @param {SuiteOptions} options
 * @returns {Suite[]}
 */
function browser(options) {
  const config = join(root, 'e2e', 'playwright.config.ts');
  if (!existsSync(config)) return [];
  const report = join(options.scratch, 'browser.json');
  const run = async (/** @type {Write} */ write) => {
    const args = [packageFile('@playwright/test', 'cli.js'), 'test', '-c', config, '--reporter=list,json'];
    const env = { ...testEnvironment(options), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const { code } = await runAndCollect(stackNode, args, { env, write });
    return readReport(report, (content) => ({
      counts: playwrightCounts(content, code),
      failures: playwrightFailures(content),
      times: playwrightTimes(content),
    }));
  };
  return [{ name: 'browser', cores: ALL_CORES, after: ['build'], run }];
}

/**
 * @param {string} path
 * @param {(report: any) => Outcome} outcome
 * @returns {Promise<Outcome>}
 */
async function readReport(path, outcome) {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined
    ? { counts: crashed(), failures: ['It ended without a report.'] }
    : outcome(JSON.parse(text));
}
