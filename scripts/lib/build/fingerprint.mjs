import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../paths.mjs';

const SKIPPED_FOLDERS = new Set([
  ...['node_modules', 'dist', 'out', 'release', '.next', '.expo', 'android', 'ios'],
  ...['test', 'test-results'],
]);
const SKIPPED_FILES = /\.(test|fixture|example)\.[a-z]+$|\.tsbuildinfo$|^next-env\.d\.ts$/;

/**
 * A hash of the content of files, and of all files below folders, that changes when any of them does. Tests don't count.
 *
 * @param {readonly string[]} paths relative to the project's folder
 * @returns {Promise<string>}
 */
export async function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await filesBelow(path)) {
      const content = await readFile(join(root, file));
      hash.update(`${file}\0${String(content.length)}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {Promise<string[]>} relative to the project's folder, sorted
 */
async function filesBelow(path) {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (entries === undefined) return [path];
  const names = entries.filter((entry) =>
    entry.isDirectory() ? !SKIPPED_FOLDERS.has(entry.name) : !SKIPPED_FILES.test(entry.name),
  );
  const nested = await Promise.all(
    names
      .map(({ name }) => name)
      .sort()
      .map((name) => filesBelow(`${path}/${name}`)),
  );
  return nested.flat();
}
