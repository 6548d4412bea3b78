import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../paths.mjs';

/**
 * The folders of a workspace and of all packages that its programs are made of. Each `package.json` names its own.
 *
 * @param {string} workspace such as `apps/api`
 * @param {Set<string>} [found]
 * @returns {Promise<Set<string>>}
 */
export async function packageFolders(workspace, found = new Set()) {
  if (found.has(workspace)) return found;
  found.add(workspace);
  const { dependencies = {} } = JSON.parse(await readFile(join(root, workspace, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    if (name.startsWith('@wellpulse/')) await packageFolders(name.replace('@wellpulse', 'packages'), found);
  }
  return found;
}
