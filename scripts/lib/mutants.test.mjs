import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MUTANTS } from './mutants.mjs';
import { root } from './paths.mjs';

test('each place to break is in its file, once', async () => {
  const found = await Promise.all(
    MUTANTS.map(async ({ file, from }) => {
      const text = await readFile(join(root, file), 'utf8').catch(() => '');
      return { file, from, times: text.split(from).length - 1 };
    }),
  );
  expect(found.filter(({ times }) => times !== 1)).toEqual([]);
});
