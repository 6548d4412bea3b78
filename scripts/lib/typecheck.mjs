import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFile, root, stackNode } from './paths.mjs';
import { runAndCollect } from './run.mjs';

/** @typedef {{ name: string, ok: boolean, output: string }} TypeResult */

const WEB = 'apps/web/tsconfig.json';
/** Together they hold each file once or twice: what each workspace by itself would check up to nine times (ADR 63). */
const FEW = [
  'tsconfig.json',
  WEB,
  'apps/api/tsconfig.json',
  'apps/mobile/tsconfig.json',
  'apps/mobile/tsconfig.tests.json',
  'tsconfig.phone.json',
];

/**
 * Checks all types with the native compiler. TypeScript 6 stays for tools that need its interface: Next.js and
 * dependency-cruiser.
 *
 * @param {object} options
 * @param {boolean} options.deep checks each workspace by itself too, with what its own `tsconfig*.json` gives it
 * @param {(result: TypeResult) => void} options.onResult called as each is done
 */
export async function checkTypes({ deep, onResult }) {
  const waiting = [...new Set([...FEW, ...(deep ? await ofWorkspaces() : [])])];
  const checkInTurn = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (path === WEB) await generateRouteTypes();
      // On one core each: a compiler that uses two takes more than twice the work.
      const args = [packageFile('typescript-native', 'bin/tsc'), '--noEmit', '--singleThreaded', '--pretty'];
      const { code, output } = await runAndCollect(stackNode, [...args, '-p', path]);
      onResult({ name: path, ok: code === 0, output });
    }
  };
  await Promise.all([checkInTurn(), checkInTurn()]);
}

/** The dashboard's types rest on files that Next writes; on a fresh clone they aren't there yet. */
async function generateRouteTypes() {
  const web = join(root, 'apps', 'web');
  if (!existsSync(join(web, 'src'))) return;
  await runAndCollect(stackNode, [packageFile('next', 'dist/bin/next'), 'typegen'], { cwd: web });
}

/** @returns {Promise<string[]>} the paths of all `tsconfig*.json`, relative to the project's folder */
async function ofWorkspaces() {
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
