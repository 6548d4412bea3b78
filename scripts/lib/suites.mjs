import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crashed, oneCheck, playwrightCounts, total, vitestCounts } from './counts.mjs';
import { playwrightFailures, told, vitestFailures } from './failures.mjs';
import { packageFile, root, stackEnvironment, stackNode } from './paths.mjs';
import { runAndCollect, runTool } from './run.mjs';
import { checkTypes } from './typecheck.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {{ counts: Counts, failures: string[] }} Outcome what failed is told in words, each test by itself */
/** @typedef {{ name: string, run: () => Promise<Outcome> }} Suite */

const SETTINGS = /^(WELLPULSE_(?!CHROMIUM$).*|DATABASE_URL|AZURE_STORAGE_CONNECTION_STRING|REDIS_URL)$/;

/** Tests start servers of their own: settings of a stack that runs beside them are none of their business. */
function testEnvironment() {
  return Object.fromEntries(Object.entries(stackEnvironment()).filter(([name]) => !SETTINGS.test(name)));
}

/**
 * Everything that `npm test` runs, in order.
 *
 * @param {string} reports a folder for the test runners' reports
 * @returns {Suite[]}
 */
export function allSuites(reports) {
  return [
    { name: 'types', run: types },
    tool('lint', 'eslint', 'bin/eslint.js', ['--max-warnings', '0', '.']),
    tool('format', 'prettier', 'bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
    tool('boundaries', 'dependency-cruiser', 'bin/dependency-cruiser.mjs', [
      ...['--config', '.dependency-cruiser.cjs', 'apps', 'packages', 'e2e', 'bench'],
    ]),
    vitest('unit', reports),
    vitest('api', reports),
    { name: 'build', run: build },
    ...browser(reports),
  ];
}

/** @returns {Promise<Outcome>} */
async function types() {
  /** @type {Outcome[]} */
  const outcomes = [];
  await checkTypes(({ name, ok, output }) => outcomes.push(check(name, ok, output)));
  return {
    counts: total(outcomes.map(({ counts }) => counts)),
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}

/** @returns {Promise<Outcome>} */
async function build() {
  return check('build', (await runTool(['scripts/build.mjs'])) === 0, 'see above');
}

/**
 * @param {string} name
 * @param {boolean} ok
 * @param {string} output said if it failed, at once and at the end
 * @returns {Outcome}
 */
function check(name, ok, output) {
  if (!ok) console.log(`${name}\n${output}`);
  return { counts: oneCheck(ok), failures: ok ? [] : [told(name, output)] };
}

/**
 * A check that says something only when it finds something.
 *
 * @param {string} name
 * @param {string} packageName
 * @param {string} file
 * @param {string[]} args
 * @returns {Suite}
 */
function tool(name, packageName, file, args) {
  const run = async () => {
    const { code, output } = await runAndCollect(stackNode, [packageFile(packageName, file), ...args]);
    return check(name, code === 0, output);
  };
  return { name, run };
}

/**
 * @param {'unit' | 'api'} project of vitest.config.ts
 * @param {string} reports
 * @returns {Suite}
 */
function vitest(project, reports) {
  const report = join(reports, `${project}.json`);
  const run = async () => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const args = [packageFile('vitest', 'vitest.mjs'), 'run', '--project', project, ...reporters];
    const code = await runTool(args, { env: testEnvironment() });
    return readReport(report, (content) => ({
      counts: vitestCounts(content, code),
      failures: vitestFailures(content),
    }));
  };
  return { name: project, run };
}

/**
 * @param {string} reports
 * @returns {Suite[]}
 */
function browser(reports) {
  const config = join(root, 'e2e', 'playwright.config.ts');
  if (!existsSync(config)) return [];
  const report = join(reports, 'browser.json');
  const run = async () => {
    const args = [packageFile('@playwright/test', 'cli.js'), 'test', '-c', config, '--reporter=list,json'];
    const code = await runTool(args, { env: { ...testEnvironment(), PLAYWRIGHT_JSON_OUTPUT_FILE: report } });
    return readReport(report, (content) => ({
      counts: playwrightCounts(content, code),
      failures: playwrightFailures(content),
    }));
  };
  return [{ name: 'browser', run }];
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
