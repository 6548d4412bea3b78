/**
 * What forms and the offline client need of a platform are ports. Each has a suite that says what it must do. Each workspace that
 * gives a port runs its suite (ADR 109).
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../paths.mjs';
import { runAndCollect } from '../run.mjs';

/** An interface that a platform implements: all of these folders, and of the forms what is called so. */
const PORT = /^export interface (\w+)(?:<[^{]*>)? (?:extends \S+ )?\{/gm;
const OF_FORMS = /(?:Store|Storage|Host|Opener|Saver)$/;
/** What a port takes and gives. */
const DATA = ['CallOptions', 'PhotoFile', 'PutRequest', 'StoredPage'];
/** Parts of a port that has its suite. */
const PARTS = ['SqliteConnection', 'SqliteExecutor', 'BallastFile'];
/** REST is run against the API itself, by the API's own tests. */
const TESTED_BY = new Map([
  ['apps/web', ['apps/web', 'apps/api']],
  ['packages/forms', ['packages/forms', 'apps/api']],
]);
/** It is no platform: what it gives is made to fail. */
const NOT_HELD = ['packages/simulation'];

/** @type {Map<string, string>} */
const sources = new Map();
/** @type {Map<string, readonly string[]>} the names of the suites of each port */
const suitesOf = new Map();

const isTest = (/** @type {string} */ path) => /\.(test|fixture|suite)\.tsx?$|\/test\//.test(path);
const workspaceOf = (/** @type {string} */ path) => path.split('/').slice(0, 2).join('/');

beforeAll(async () => {
  const { output } = await runAndCollect('git', [
    ...['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    ...['apps/*.ts', 'apps/*.tsx', 'packages/*.ts', 'packages/*.tsx'],
  ]);
  const paths = output.split('\0').filter((path) => path !== '');
  for (const path of paths) sources.set(path, await readFile(join(root, path), 'utf8').catch(() => ''));
  const suites = [...sources].filter(([path]) => path.endsWith('.suite.ts'));
  for (const [path, text] of sources) {
    const isOffline = path.startsWith('packages/offline/src/ports/');
    const isForms = path.startsWith('packages/forms/src/') && !/\/(adapters|testing)\//.test(path);
    if (isTest(path) || !(isOffline || isForms)) continue;
    for (const [, name = ''] of text.matchAll(PORT)) {
      if (isForms ? !OF_FORMS.test(name) : DATA.includes(name) || PARTS.includes(name)) continue;
      const own = suites.filter(([, suite]) => new RegExp(`^import [^;]*\\b${name}\\b`, 'm').test(suite));
      suitesOf.set(
        name,
        own.flatMap(([, suite]) =>
          [...suite.matchAll(/^export function (describe\w+)/gm)].map(([, called = '']) => called),
        ),
      );
    }
  }
});

test('each port has a suite', () => {
  expect(suitesOf.size).toBeGreaterThan(15);
  expect([...suitesOf].filter(([, suites]) => suites.length === 0).map(([name]) => name)).toEqual([]);
});

test('each workspace that gives a port runs its suite', () => {
  const missing = [];
  let given = 0;
  for (const [name, suites] of suitesOf) {
    const gives = new RegExp(`(?:[)\\w]: |implements )${name}(?:<[^=;]*>)?(?: =>| =| \\{)`);
    // Other packages call other things so.
    const known = new RegExp(
      `import [^;]*\\b${name}\\b[^;]* from '(?:@wellpulse/(?:forms|offline)|\\.[^']*)'`,
    );
    const isGiven = (/** @type {string} */ path, /** @type {string} */ text) =>
      !isTest(path) && !path.includes('/ports') && gives.test(text) && known.test(text);
    const workspaces = new Set(
      [...sources].filter((file) => isGiven(...file)).map(([path]) => workspaceOf(path)),
    );
    for (const workspace of workspaces) {
      if (NOT_HELD.includes(workspace)) continue;
      given += 1;
      const testers = TESTED_BY.get(workspace) ?? [workspace];
      const runs = [...sources].some(
        ([path, text]) =>
          /\.test\.tsx?$/.test(path) &&
          testers.includes(workspaceOf(path)) &&
          suites.some((suite) => new RegExp(`\\b${suite}[<(]`).test(text)),
      );
      if (!runs) missing.push(`${workspace}: ${name}`);
    }
  }
  expect(given).toBeGreaterThan(15);
  expect(missing).toEqual([]);
});

test('each adapter of the phone and of its browser is held by a test', () => {
  const native = 'apps/mobile/src/native';
  const ports = [
    ...(sources.get(`${native}/ports.ts`) ?? '').matchAll(/^export (?:interface|type) (\w+)/gm),
  ].map(([, name = '']) => name);
  const given = new RegExp(
    `^export (?:const \\w+|function \\w+\\([^)]*\\)): (?:${[...ports, 'OwnPhotoFiles', 'Ballast'].join('|')})\\b`,
    'm',
  );
  const adapters = [...sources].filter(
    ([path, text]) => path.startsWith(native) && !isTest(path) && given.test(text),
  );
  const held = new Set(
    [...sources]
      .filter(([path]) => path.startsWith('apps/mobile/') && path.endsWith('.test.ts'))
      .flatMap(([path, text]) =>
        [...text.matchAll(/ from '(\.[^']+)'/g)].map(([, to = '']) => join(dirname(path), to)),
      ),
  );
  expect(adapters.length).toBeGreaterThan(20);
  expect(adapters.map(([path]) => path).filter((path) => !held.has(path))).toEqual([]);
});
