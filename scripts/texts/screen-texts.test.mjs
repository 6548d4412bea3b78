/** What a screen shows stands in `packages/words`, in each language: no component holds a text of its own (ADR 66). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../lib/paths.mjs';
import { runAndCollect } from '../lib/run.mjs';
import { screenTextsIn } from '../lib/source/screen-texts.mjs';

/**
 * Where texts are looked for, and what counts as one there. Of a chart, a file of code is a screen. The rest of the dashboard's code holds
 * formats, cookies and headers too: there a text begins with a word, as the title of a page does.
 */
const ANY = /./;
const A_WORD_FIRST = /^\W*(?!Bearer |BlockBlob\b)\p{Lu}\p{Ll}{2}/u;
const SCREENS = [
  { files: 'packages/ui/src/**.tsx', isText: ANY },
  { files: 'packages/ui/src/**.ts', isText: ANY },
  { files: 'apps/web/src/**.tsx', isText: ANY },
  { files: 'apps/desktop/src/renderer/**.tsx', isText: ANY },
  { files: 'apps/mobile/src/**.tsx', isText: ANY },
  { files: 'apps/web/src/**.ts', isText: A_WORD_FIRST },
];
/** What is wrong with its settings is told to whoever starts a server, in the terminal. */
const NOT_SCREENS = /\.(?:test|fixture)\.tsx?$|^apps\/web\/src\/server\/settings\.ts$/;

test.each(SCREENS)('no file of $files holds a text of its own', async ({ files, isText }) => {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', files];
  const { code, output } = await runAndCollect('git', list);
  expect(code).toBe(0);
  const paths = output.split('\0').filter((path) => path !== '' && !NOT_SCREENS.test(path));
  expect(paths.length).toBeGreaterThan(0);
  const found = await Promise.all(
    paths.map(async (path) => {
      // A file that was moved stays in git's list until the move is committed.
      const code = await readFile(join(root, path), 'utf8').catch(() => '');
      return screenTextsIn(code, path)
        .filter(({ text }) => isText.test(text))
        .map(({ line, text }) => `${path}:${line} ${text}`);
    }),
  );
  expect(found.flat()).toEqual([]);
});

const textsIn = (/** @type {string} */ code) => screenTextsIn(code).map(({ text }) => text);

test('finds text between tags, in properties and in templates', () => {
  expect(textsIn('const a = <p>Save <b>{count}</b> days</p>;')).toEqual(['Save', 'days']);
  expect(textsIn('const a = <Field label="oil" hint={isOpen ? "why" : undefined} />;')).toEqual([
    '"oil"',
    '"why"',
  ]);
  expect(textsIn('const a = `Remove ${name}`, b = `${found} of ${all}`;')).toHaveLength(2);
  expect(textsIn("toast.error('The picture could not be made.')")).toHaveLength(1);
  expect(textsIn("const names = { day: 'Daily' };")).toHaveLength(1);
  expect(textsIn("const title = name ?? 'Well';")).toHaveLength(1);
});

test('finds a form in which the browser would say what is missing, in words of its own', () => {
  expect(textsIn('const a = <form id="a" onSubmit={save}>{boxes}</form>;')).toEqual([
    'form without noValidate',
  ]);
  expect(textsIn('const a = <form id="a" noValidate onSubmit={save}>{boxes}</form>;')).toEqual([]);
});

test('passes what is no text of a screen', () => {
  expect(textsIn("'use client';\nimport { a } from 'A b';\ntype A = 'One two';")).toEqual([]);
  expect(textsIn('const a = <p className="flex gap-2">{words.day} · {cx("a b", c)}</p>;')).toEqual([]);
  expect(textsIn("if (event.key === 'Escape') throw new Error('Put a provider around it');")).toEqual([]);
  expect(textsIn('const a = <Badge tone="good" title={t.day} href={`/wells/${id}`} />;')).toEqual([]);
});
