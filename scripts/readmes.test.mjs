/** Each workspace has a README of its own, short, with an example that does what it says. */
import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { root } from './lib/paths.mjs';

/** Without the example. */
const MOST_LINES = 20;
/**
 * Where a workspace keeps its code, if not in `src`.
 *
 * @type {Record<string, string>}
 */
const SOURCES = { e2e: 'support' };
const { workspaces } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const folders = globSync(workspaces, { cwd: root }).filter((folder) =>
  existsSync(join(root, folder, 'package.json')),
);

describe.each(folders)('%s', async (folder) => {
  const text = await readFile(join(root, folder, 'README.md'), 'utf8').catch(() => '');
  const [, example = ''] = /^```ts\n([^]*?)^```$/m.exec(text) ?? [];

  test('has a README, short and with an example', () => {
    const told = text.replace(`\`\`\`ts\n${example}\`\`\`\n`, '');
    expect(told.trimEnd().split('\n').length).toBeLessThanOrEqual(MOST_LINES);
    expect(text).toMatch(/^# .+\n\n[^]+```ts\n/);
  });

  // Lines for a terminal are tried by commands.test.mjs.
  test('its example is the file that the compiler checks, and gives what it says', async () => {
    const path = join(root, folder, SOURCES[folder] ?? 'src', 'readme.example.ts');
    expect(await readFile(path, 'utf8')).toBe(example);
    const module = await import(path);
    const said = [...example.matchAll(/^export const (\w+) = [^;]+; \/\/ (.+)$/gm)];
    expect(said.length).toBeGreaterThan(0);
    for (const [, name = '', value] of said) {
      expect({ [name]: module[name] }).toEqual({ [name]: runInThisContext(`(${value})`) });
    }
  });
});
