/** One word for one thing: names use the words of `docs/glossary.md`, and none of those that these replaced. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './lib/paths.mjs';
import { runAndCollect } from './lib/run.mjs';
import { OLD_WORDS, oldWordsIn, oldWordsInProse, wordsOf } from './lib/source/vocabulary.mjs';

/**
 * What `find` gives for each file, where it matches one of the patterns.
 *
 * @param {readonly string[]} patterns
 * @param {(path: string, text: string) => string[]} find
 */
async function foundInFiles(patterns, find) {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...patterns];
  const { code, output } = await runAndCollect('git', list);
  expect(code).toBe(0);
  const paths = output.split('\0').filter((path) => path !== '' && !path.includes('vocabulary'));
  expect(paths.length).toBeGreaterThan(1000);

  const found = await Promise.all(
    paths.map(async (path) => {
      // A file that was removed and is not committed yet is still listed.
      const text = await readFile(join(root, path), 'utf8').catch(() => null);
      return text === null ? [] : find(path, text);
    }),
  );
  return found.flat();
}

test('no name of a file or in its code uses an old word', async () => {
  expect(await foundInFiles(['*.ts', '*.tsx', '*.mjs'], oldWordsIn)).toEqual([]);
});

test('no comment, text or document uses an old word', async () => {
  expect(await foundInFiles(['*.ts', '*.tsx', '*.mjs', '*.md'], oldWordsInProse)).toEqual([]);
  expect(oldWordsInProse('a.md', 'It repairs.\nIt Mends, and is mended.')).toEqual([
    'a.md:2 says "Mends"; say "repair"',
    'a.md:2 says "mended"; say "repair"',
  ]);
  const line = 'What the rules did is taken back.';
  expect(oldWordsInProse('packages/domain/src/conflicts/a.ts', line)).toHaveLength(1);
  expect(oldWordsInProse('packages/domain/src/merging/a.ts', line)).toEqual([]);
});

test('an old word is found in identifiers and file names, and not in texts or comments', () => {
  expect(oldWordsIn('packages/a/photo-shelf.ts', 'const photoShelf = 1;')).toEqual([
    'packages/a/photo-shelf.ts: photo-shelf.ts says "shelf"; say "store"',
    'packages/a/photo-shelf.ts: photoShelf says "shelf"; say "store"',
  ]);
  expect(oldWordsIn('packages/a/b.ts', "// a shelf\nconst a = 'shelf'; /* shelf */")).toEqual([]);
  expect(oldWordsIn('packages/a/b.ts', 'const shelfLife = bookshelf;')).toHaveLength(1);
  expect(oldWordsIn('apps/launcher/a.ts', 'giveUp();')).toEqual([]);
  expect(oldWordsIn('packages/offline/a.ts', 'giveUp();')).toHaveLength(1);
});

test('the words of a name are told apart by capitals, digits and dashes', () => {
  expect(wordsOf('readURLOf')).toBe('read url of');
  expect(wordsOf('OLD_WORDS')).toBe('old words');
  expect(wordsOf('photo-shelf.test.ts')).toBe('photo shelf test ts');
});

test('each old word stands once, in small letters', () => {
  const olds = OLD_WORDS.map(({ old, below = '' }) => `${old} ${below}`);
  expect(new Set(olds).size).toBe(olds.length);
  for (const { old } of OLD_WORDS) expect(wordsOf(old)).toBe(old);
});
