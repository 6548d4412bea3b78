/**
 * What other workspaces take from a package says what it means, and shows how it is called. An example with a line such as
 * `addDays('2025-02-28', 1); // '2025-03-01'` is run, and gives what it says.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext, runInThisContext } from 'node:vm';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { root } from './lib/paths.mjs';
import { runAndCollect } from './lib/run.mjs';
import { exportsOf } from './lib/source/exports.mjs';

/** The packages that this holds: each entry point with the file behind it. Add a package when it is whole. */
const HELD = {
  '@wellpulse/api-client': 'packages/api-client/src/index.ts',
  '@wellpulse/embedded': 'packages/embedded/src/index.ts',
  '@wellpulse/words/office': 'packages/words/src/office.ts',
  '@wellpulse/contracts': 'packages/contracts/src/index.ts',
  '@wellpulse/domain': 'packages/domain/src/index.ts',
  '@wellpulse/forms': 'packages/forms/src/index.ts',
  '@wellpulse/forms/rest': 'packages/forms/src/adapters/rest.ts',
  '@wellpulse/offline': 'packages/offline/src/index.ts',
  '@wellpulse/offline/export-file': 'packages/offline/src/export-file/export-file.ts',
  '@wellpulse/offline/fetch': 'packages/offline/src/fetch/fetch-transport.ts',
  '@wellpulse/offline/node': 'packages/offline/src/node/index.ts',
  '@wellpulse/words': 'packages/words/src/index.ts',
  '@wellpulse/ui': 'packages/ui/src/index.ts',
};

/** Their examples need nothing but these packages. */
const PURE = [HELD['@wellpulse/contracts'], HELD['@wellpulse/domain']];

const IS_PROGRAM =
  /^(?!.*\.(?:test|fixture|example)\.)(?!.*\/(?:test|testing)\/)(?:apps|packages)\/.+\.tsx?$/;
const IMPORT = /(?:import|export) (?:type )?\{([^}]*)\} from '(@wellpulse\/[^']+)'/g;
/** A call, and what it gives. */
const GIVES = /^(?!const )(.+); \/\/ (.+)$/;

const programs = await sourcesOfPrograms();

describe.each(Object.entries(HELD))('%s', async (name, entry) => {
  const things = await exportsOf(join(root, entry));
  const workspace = entry.split('/src/')[0] ?? '';

  test('says what each export means that others import', () => {
    const silent = [...importedFrom(name, workspace)].filter((used) => things.get(used)?.hasText !== true);
    expect(silent).toEqual([]);
  });

  test('says what each member means of a class that others import', () => {
    const silent = [...importedFrom(name, workspace)].flatMap((used) => {
      const { isCallable = false, members = new Map(), kinds = [] } = things.get(used) ?? {};
      if (!isCallable) return [];
      return [...members]
        .filter(([member, isTold]) => !isTold && !kinds.some((kind) => things.get(kind)?.members.get(member)))
        .map(([member]) => `${used}.${member}`);
    });
    expect(silent).toEqual([]);
  });

  test('shows how each function and class is called that apps import', () => {
    const called = [...importedFrom(name, workspace, 'apps/')].filter((used) => things.get(used)?.isCallable);
    expect(called.filter((used) => things.get(used)?.examples.length === 0)).toEqual([]);
  });
});

test('examples give what they say', async () => {
  const things = await Promise.all(PURE.map((path) => exportsOf(join(root, path))));
  const scope = Object.assign({}, ...(await Promise.all(PURE.map((path) => import(join(root, path))))));
  const examples = [
    ...new Set(things.flatMap((map) => [...map.values()]).flatMap((thing) => thing.examples)),
  ];
  const said = examples.flatMap((example) => {
    const lines = example.split('\n');
    return lines.flatMap((line, at) => {
      const [, call, value] = GIVES.exec(line) ?? [];
      if (call === undefined || value === undefined) return [];
      const before = lines.slice(0, at).filter((other) => other.startsWith('const '));
      const { outputText } = ts.transpileModule([...before, call].join('\n'), {
        compilerOptions: { target: ts.ScriptTarget.ESNext },
      });
      return [
        {
          call,
          given: plain(runInNewContext(outputText, { ...scope })),
          value: plain(runInThisContext(`(${value})`)),
        },
      ];
    });
  });
  expect(said.length).toBeGreaterThan(30);
  expect(said.filter(({ given, value }) => given !== value)).toEqual([]);
});

/** As text: two contexts have arrays and objects of their own. @param {unknown} value */
const plain = (value) => JSON.stringify(value, (_, inner) => (inner === undefined ? 'undefined' : inner));

/**
 * @param {string} name of the entry point
 * @param {string} workspace whose own imports don't count
 * @param {string} [below] a folder
 * @returns {Set<string>} the names that programs import from it
 */
function importedFrom(name, workspace, below = '') {
  const names = programs
    .filter(({ path }) => path.startsWith(below) && !path.startsWith(`${workspace}/`))
    .flatMap(({ code }) => [...code.matchAll(IMPORT)])
    .filter(([, , from]) => from === name)
    .flatMap(([, list = '']) => list.split(','))
    .map(
      (item) =>
        item
          .trim()
          .replace(/^type /, '')
          .split(' as ')[0] ?? '',
    );
  return new Set(names.filter((item) => item !== ''));
}

async function sourcesOfPrograms() {
  const { code, output } = await runAndCollect('git', ['ls-files', '-z', 'apps', 'packages']);
  expect(code).toBe(0);
  const paths = output.split('\0').filter((path) => IS_PROGRAM.test(path));
  expect(paths.length).toBeGreaterThan(500);
  return Promise.all(
    paths.map(async (path) => ({ path, code: await readFile(join(root, path), 'utf8').catch(() => '') })),
  );
}
