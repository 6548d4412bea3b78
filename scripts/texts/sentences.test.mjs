/** What people read stands once, where each language has it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../lib/paths.mjs';
import { runAndCollect } from '../lib/run.mjs';
import { holdsNoSentences, sentencesIn } from '../lib/source/sentences.mjs';

test('rules, the offline client, the API and the apps say nothing by themselves', async () => {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '*.ts'];
  const { code, output } = await runAndCollect('git', list);
  expect(code).toBe(0);
  const paths = output.split('\0').filter(holdsNoSentences);
  expect(paths.length).toBeGreaterThan(400);
  const found = await Promise.all(
    paths.map(async (path) => {
      const text = await readFile(join(root, path), 'utf8').catch(() => '');
      return sentencesIn(text).map((sentence) => `${path}: "${sentence}"`);
    }),
  );
  expect(found.flat()).toEqual([]);
});

test('a sentence is found in each kind of quotes, and not in comments, faults and descriptions', () => {
  expect(sentencesIn("const a = 'The server is away';")).toEqual(['The server is away']);
  expect(sentencesIn('const a = { detail: `The file has ${count} lines` };')).toHaveLength(1);
  expect(sentencesIn("say(\"It's gone\", 'A well')")).toEqual(['A well']);
  expect(sentencesIn("// 'The server is away'\n/* 'The server is away' */")).toEqual([]);
  expect(sentencesIn("throw new Error('The database is gone');")).toEqual([]);
  expect(sentencesIn("z.string().meta({ description: 'Where it stands' })")).toEqual([]);
  expect(sentencesIn("const a = ['ACTIVE', 'Web', 'Acme #1', 'SELECT a from b'];")).toEqual([]);
});
