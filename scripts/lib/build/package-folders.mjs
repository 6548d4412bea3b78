import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../paths.mjs';

/**
 * The folders of a workspace and of all packages that its programs are made of. Each `package.json` names its own. What the laptop's
 * renderer is made of stands among its `devDependencies`: it is bundled, and not packed beside. So those of the workspace itself count too.
 *
 * @param {string} workspace such as `apps/api`
 * @param {Set<string>} [found]
 * @returns {Promise<Set<string>>}
 */
export async function packageFolders(workspace, found = new Set()) {
  if (found.has(workspace)) return found;
  const isProgram = found.size === 0;
  found.add(workspace);
  const content = await readFile(join(root, workspace, 'package.json'), 'utf8');
  const { dependencies = {}, devDependencies = {} } = JSON.parse(content);
  for (const name of Object.keys({ ...dependencies, ...(isProgram ? devDependencies : {}) })) {
    if (name.startsWith('@wellpulse/')) await packageFolders(name.replace('@wellpulse', 'packages'), found);
  }
  return found;
}
