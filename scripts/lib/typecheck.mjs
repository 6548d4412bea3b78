import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFile, root, stackNode } from './paths.mjs';
import { runAndCollect } from './run.mjs';

/** How many compilers run at once. */
const AT_ONCE = 2;

/** @typedef {{ name: string, ok: boolean, output: string }} TypeResult */

/**
 * Checks the types of each configuration (`tsconfig*.json`) of each workspace, and of these scripts.
 *
 * @param {(result: TypeResult) => void} onResult called as each is done
 */
export async function checkTypes(onResult) {
  await generateRouteTypes();
  const waiting = await configurations();
  const worker = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const tsc = packageFile('typescript', 'bin/tsc');
      const { code, output } = await runAndCollect(stackNode, [tsc, '--noEmit', '--pretty', '-p', path]);
      onResult({ name: path, ok: code === 0, output });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** The dashboard's types rest on files that Next writes; on a fresh clone they aren't there yet. */
async function generateRouteTypes() {
  const web = join(root, 'apps', 'web');
  if (!existsSync(join(web, 'src'))) return;
  await runAndCollect(stackNode, [packageFile('next', 'dist/bin/next'), 'typegen'], { cwd: web });
}

/** @returns {Promise<string[]>} paths relative to the project's folder */
async function configurations() {
  const { workspaces } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const folders = (await Promise.all(workspaces.map(expand))).flat();
  const found = await Promise.all(
    [...folders, 'scripts'].map(async (folder) =>
      (await readdir(join(root, folder)))
        .filter((name) => /^tsconfig(\..+)?\.json$/.test(name))
        .map((name) => `${folder}/${name}`),
    ),
  );
  return found.flat();
}

/** @param {string} pattern a folder, or all folders in one (`packages/*`) */
async function expand(pattern) {
  if (!pattern.endsWith('/*')) return [pattern];
  const parent = pattern.slice(0, -2);
  const entries = await readdir(join(root, parent), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${parent}/${name}`);
}
