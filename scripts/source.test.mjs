/**
 * A rule that is wrong in one place is changed for all in `.oxlintrc.json`: no comment switches a rule off. A folder is read at
 * a glance: a large one has rooms.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './lib/paths.mjs';
import { runAndCollect } from './lib/run.mjs';

// Put together, so that this line does not find itself.
const DIRECTIVE = new RegExp(`\\b(?:es|ox)lint-${['dis', 'able'].join('')}`);

const MOST_FILES = 20;
/** Lists: one reads them by number, and each file stands alone. */
const LISTS = ['docs/adr', 'apps/api/src/tenant-databases/migrations'];

/** @param {readonly string[]} patterns */
async function sourceFiles(patterns) {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...patterns];
  const { code, output } = await runAndCollect('git', list);
  expect(code).toBe(0);
  return output.split('\0').filter((path) => path !== '');
}

test('no comment switches a lint rule off', async () => {
  const paths = await sourceFiles(['*.ts', '*.tsx', '*.js', '*.mjs', '*.cjs']);
  expect(paths.length).toBeGreaterThan(1000);

  const texts = await Promise.all(paths.map((path) => readFile(join(root, path), 'utf8').catch(() => '')));
  expect(paths.filter((_, at) => DIRECTIVE.test(texts[at] ?? ''))).toEqual([]);
});

test(`no folder has more than ${String(MOST_FILES)} files beside each other`, async () => {
  // A file that was moved stays in git's list until the move is committed.
  const paths = (await sourceFiles([])).filter((path) => existsSync(join(root, path)));
  const sizes = new Map();
  for (const folder of paths.map((path) => posix.dirname(path)))
    sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  const large = [...sizes].filter(([folder, size]) => size > MOST_FILES && !LISTS.includes(folder));
  expect(large).toEqual([]);
});

/** Boxes, and forms of them: a file that has one is a form. */
const BOX = /<(?:[A-Z]\w*(?:Form|Grid)|NumberField|Input|TextArea|DateField|Combobox)\b/;
/** What a page may hold beside a form: whether something is open, which thing is, or what `@wellpulse/forms` thinks with. */
const HELD = /^(?:<[^()]*>)?\((?:true|false|null|\(\) => new [A-Z])/;

/** A text that is typed, or an object of such: in whatever file it stands. What is searched for is no form. */
const TYPED = /(?<!\bsetSearch\] = )\buseState(?:<[^()]*>)?\((?:''|\{|\[)/;

test('no page keeps the text of a box by itself (ADR 92, ADR 98)', async () => {
  const paths = await sourceFiles(['apps/web/src/features/*.ts', 'apps/web/src/features/*.tsx']);
  const wrong = [];
  let forms = 0;
  for (const path of paths.filter((name) => existsSync(join(root, name)) && !name.includes('.test.'))) {
    const [, , , , folder = ''] = path.split('/');
    const text = await readFile(join(root, path), 'utf8');
    const states = text
      .split(/\buseState\b/)
      .slice(1)
      .filter((rest) => /^[<(]/.test(rest));
    const keepsText = /\buseReducer\b/.test(text) || states.some((rest) => !HELD.test(rest));
    if (BOX.test(text)) forms += 1;
    if ((BOX.test(text) && keepsText) || TYPED.test(text)) wrong.push(path);
    if (/\b(?:local|session)Storage\b/.test(text) && folder !== 'drafts') wrong.push(path);
  }
  expect(forms).toBeGreaterThan(8);
  expect(wrong).toEqual([]);
});
