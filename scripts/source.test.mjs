/** A rule that is wrong in one place is changed for all in `.oxlintrc.json`: no comment switches a rule off. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './lib/paths.mjs';
import { runAndCollect } from './lib/run.mjs';

// Put together, so that this line does not find itself.
const DIRECTIVE = new RegExp(`\\b(?:es|ox)lint-${['dis', 'able'].join('')}`);

test('no comment switches a lint rule off', async () => {
  const list = [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '*.ts',
    '*.tsx',
    '*.js',
    '*.mjs',
    '*.cjs',
  ];
  const { code, output } = await runAndCollect('git', list);
  expect(code).toBe(0);
  const paths = output.split('\0').filter((path) => path !== '');
  expect(paths.length).toBeGreaterThan(1000);

  const texts = await Promise.all(paths.map((path) => readFile(join(root, path), 'utf8').catch(() => '')));
  expect(paths.filter((_, at) => DIRECTIVE.test(texts[at] ?? ''))).toEqual([]);
});
