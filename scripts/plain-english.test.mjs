/** Comments and documents are read by people whose first language may not be English: sentences are short (ADR 58). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './lib/paths.mjs';
import {
  countWords,
  longSentencesIn,
  MOST_WORDS,
  MOST_WORDS_TO_FULL_STOP,
  paragraphsOfComments,
  paragraphsOfDocument,
  sentencesOf,
} from './lib/source/prose.mjs';
import { runAndCollect } from './lib/run.mjs';

/**
 * The sentences over the limit in files of the repository, each with its place.
 *
 * @param {readonly string[]} patterns
 * @param {typeof paragraphsOfDocument} read
 */
async function longSentences(patterns, read) {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...patterns];
  const { code, output } = await runAndCollect('git', list);
  expect(code).toBe(0);
  const paths = output.split('\0').filter((path) => path !== '');
  const found = await Promise.all(
    paths.map(async (path) => {
      // A file that was removed and is not committed yet is still listed.
      const text = await readFile(join(root, path), 'utf8').catch(() => '');
      return longSentencesIn(read(text)).map(
        ({ line, sentence, words }) => `${path}:${line} has ${words} words: ${sentence}`,
      );
    }),
  );
  return { paths, found: found.flat() };
}

test('no sentence of a comment has more than 20 words', async () => {
  const patterns = ['*.ts', '*.tsx', '*.mjs', '*.cjs', '*.js', '*.css'];
  const { paths, found } = await longSentences(patterns, paragraphsOfComments);
  expect(paths.length).toBeGreaterThan(1000);
  expect(found).toEqual([]);
});

test('no sentence of a document has more than 20 words', async () => {
  const { paths, found } = await longSentences(['*.md'], paragraphsOfDocument);
  expect(paths.length).toBeGreaterThan(50);
  expect(found).toEqual([]);
});

const LONG = `${'word '.repeat(MOST_WORDS)}word`;
const FITS = `${'word '.repeat(MOST_WORDS - 1)}word`;
const places = (/** @type {import('./lib/source/prose.mjs').Paragraph[]} */ paragraphs) =>
  longSentencesIn(paragraphs).map(({ line }) => line);

test('a long sentence is found in each kind of comment, also over several lines', () => {
  expect(
    places(paragraphsOfComments(`// ${LONG}.\n/* ${LONG}. */\n/** ${LONG}. */\n{/* ${LONG}. */}`)),
  ).toEqual([1, 2, 3, 4]);
  expect(places(paragraphsOfComments(`a(); // ${LONG}\n--  ${LONG}\n/**\n * @param a ${LONG}\n */`))).toEqual(
    [1, 2, 4],
  );
  const [start, end] = [LONG.slice(0, 50), LONG.slice(50)];
  expect(places(paragraphsOfComments(`// ${start}\n// ${end}\n/**\n * ${start}\n * ${end}\n */`))).toEqual([
    1, 4,
  ]);
});

test('a full stop, a colon and a semicolon end a sentence; an abbreviation and what is in brackets do not', () => {
  for (const mark of ['.', '?', '!', ':', ';', '."', '.)', '.**']) {
    expect(sentencesOf(`A well${mark} A pump.`)).toHaveLength(2);
  }
  expect(sentencesOf('A pump, e.g. a rod pump.')).toHaveLength(1);
  expect(sentencesOf('A pump (of a well; of a lease. Both) runs.')).toHaveLength(1);
});

test('a span of code and an address are no words; blocks of code, tables, drawings and examples do not count', () => {
  expect(countWords('Run `npm test -- unit api` or [this one](https://example.com/a-long-name) - now')).toBe(
    6,
  );
  expect(
    places(paragraphsOfDocument(`\`\`\`sh\n${LONG}\n\`\`\`\n\n| ${LONG} |\n\n- ${FITS}\n- ${FITS}\n`)),
  ).toEqual([]);
  expect(places(paragraphsOfDocument(`# ${FITS}\n${FITS}\n\n${FITS}\n\n1. ${LONG}`))).toEqual([6]);
  expect(
    places(paragraphsOfComments(`/**\n * @example ${LONG}\n * ${LONG}\n */\nconst a = '${LONG}';`)),
  ).toEqual([]);
  expect(places(paragraphsOfComments(`/**\n * ${FITS}\n *   a ----> b     ${LONG}\n */`))).toEqual([]);
});

test('a row of short clauses is long too', () => {
  const row = (/** @type {number} */ clauses) => Array.from({ length: clauses }, () => 'a b c d').join('; ');
  expect(places(paragraphsOfDocument(row(MOST_WORDS_TO_FULL_STOP / 4)))).toEqual([]);
  expect(places(paragraphsOfDocument(row(MOST_WORDS_TO_FULL_STOP / 4 + 1)))).toEqual([1]);
});
