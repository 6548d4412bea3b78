/** What the documents say can be done and looked at must be there: commands, paths, links and settings. */
import { existsSync } from 'node:fs';
import { glob, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './lib/paths.mjs';

const FOLDERS = 'apps|packages|docs|e2e|bench|scripts';
const SETTING = /\b(?:WELLPULSE_[A-Z_]*[A-Z]|DATABASE_URL|AZURE_STORAGE_CONNECTION_STRING|REDIS_URL)\b/g;
const TESTS = /\.(test|fixture)\.\w+$/;

const documents = await Promise.all(
  [
    'README.md',
    ...(await filesBelow('docs', /\.md$/)),
    ...(
      await Promise.all(['apps', 'packages', 'e2e', 'bench'].map((in_) => filesBelow(in_, /README\.md$/)))
    ).flat(),
  ].map(async (path) => ({
    path,
    text: await readFile(join(root, path), 'utf8'),
  })),
);
const everything = documents.map(({ text }) => text).join('\n');

/**
 * @param {string} folder relative to the project's folder
 * @param {RegExp} wanted
 * @returns {Promise<string[]>}
 */
async function filesBelow(folder, wanted) {
  // Not even looked into: a build may be at work there.
  const exclude = (/** @type {string} */ path) => /(^|\/)(node_modules|dist|\.next)$/.test(path);
  /** @type {string[]} */
  const found = [];
  for await (const path of glob(`${folder}/**/*`, { cwd: root, exclude })) {
    if (wanted.test(path)) found.push(path);
  }
  return found;
}

/**
 * @param {string} text
 * @param {RegExp} pattern with one group
 */
const namesIn = (text, pattern) =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();

describe('npm', () => {
  /** What npm does by itself. */
  const own = ['ci', 'exec', 'install'];
  const names = namesIn(everything, /(?:^|`)npm (?:run )?([a-z][\w:-]*)/gm);

  test.each(names.filter((name) => !own.includes(name)))('has the script %s', async (name) => {
    const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    expect(Object.keys(scripts)).toContain(name);
  });
});

describe('paths', () => {
  const spans = new RegExp(`(?<![\\w./@-])((?:${FOLDERS})/[^\\s\`'")|,;:]*)`, 'g');

  test.each(namesIn(everything.replaceAll(/\]\([^)]*\)/g, ''), spans))('%s is there', (path) => {
    const plain = path.replace(/(\*.*|[./]+)$/, '');
    // What a build makes is as good as the file that it is made from.
    const source = plain.replace(/\/dist\/(.+)\.js$/, '/src/$1.ts');
    expect(existsSync(join(root, source))).toBe(true);
  });

  const links = documents.flatMap(({ path, text }) =>
    namesIn(text, /\]\((?!https?:)([^)#]+)/g).map((target) => ({ path, target })),
  );
  test.each(links)('$path links to $target, which is there', ({ path, target }) => {
    expect(existsSync(join(root, dirname(path), target))).toBe(true);
  });
});

describe('citations', async () => {
  const source = /\.(ts|tsx|mjs|cjs|css)$/;
  const files = (
    await Promise.all(['apps', 'packages', 'e2e', 'scripts', 'bench'].map((in_) => filesBelow(in_, source)))
  ).flat();
  const texts = await Promise.all(
    [...files, '.dependency-cruiser.cjs'].map((path) => readFile(join(root, path), 'utf8')),
  );
  // A comment may break anywhere.
  const code = texts.map((text) => text.replaceAll(/\n\s*(\*|\/\/)\s*/g, ' ')).join('\n');

  const cited = namesIn(code, /(docs\/[\w/-]+\.md(?:, "[^"\n]+")?)/g);
  test.each(cited)('%s is there', async (citation) => {
    const [path = '', heading] = citation.replaceAll('"', '').split(', ');
    const text = await readFile(join(root, path), 'utf8');
    if (heading !== undefined) expect(namesIn(text, /^#+ (.+)$/gm)).toContain(heading);
  });

  const decisions = (await readdir(join(root, 'docs', 'adr')))
    .filter((file) => file !== 'README.md')
    .map((file) => String(Number.parseInt(file, 10)));
  const biting = namesIn(code, /\bADR (\d+)\b/g);
  test.each(biting)('decision %s is there', (number) => {
    expect(decisions).toContain(number);
  });
  test.each(decisions)('decision %s is cited where it bites', (number) => {
    expect(biting).toContain(number);
  });

  test.each(['sync protocol, section', 'product decisions', "brief's", 'the brief'])(
    'no comment cites "%s", which nobody finds',
    (name) => {
      expect(
        files.filter((_, at) => !files[at]?.startsWith('scripts/') && texts[at]?.includes(name)),
      ).toEqual([]);
    },
  );
});

describe('invariants', async () => {
  const homes = [
    'packages/offline/src/sync/sync-engine.ts',
    'packages/domain/src/merging/field-history.ts',
    'packages/domain/src/sync/feed/feed.ts',
  ];
  const heads = await Promise.all(homes.map((path) => readFile(join(root, path), 'utf8')));
  const tests = await Promise.all(
    (await filesBelow('packages', /\.test\.ts$/)).map((path) => readFile(join(root, path), 'utf8')),
  );
  const naming = tests.flatMap((text) => text.match(/\/\/ Holds .*|\((?:[SMF]\d+(?:, )?)+\)['"],/g) ?? []);
  const held = namesIn(naming.join('\n'), /\b([SMF]\d+)\b/g);

  test('each one that is numbered is held by a test that names it, and no test names another', () => {
    expect(held).toEqual(namesIn(heads.join('\n'), /^ \* ([SMF]\d+)\. /gm));
  });
});

describe('settings', async () => {
  const source = /\.(ts|tsx|mjs)$/;
  const files = (
    await Promise.all(['apps', 'packages', 'scripts', 'bench'].map((in_) => filesBelow(in_, source)))
  )
    .flat()
    .filter((path) => !TESTS.test(path) && !path.includes('/test/'))
    .concat('deploy/Caddyfile');
  const code = (await Promise.all(files.map((path) => readFile(join(root, path), 'utf8')))).join('\n');
  const documented = documents
    .filter(({ path }) => ['docs/operations.md', 'docs/testing.md'].includes(path))
    .map(({ text }) => text)
    .join('\n');
  const settings = new RegExp(`(${SETTING.source})`, 'g');

  test.each(namesIn(everything, settings))('%s is read somewhere', (name) => {
    expect(namesIn(code, settings)).toContain(name);
  });

  test.each(namesIn(code, settings))('%s is explained in docs/operations.md or docs/testing.md', (name) => {
    expect(namesIn(documented, settings)).toContain(name);
  });
});
