import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The Node version that the stack runs on, which npm installs; the one that runs these scripts may be older. */
export const stackNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/**
 * The JavaScript file behind a package's command.
 *
 * @param {string} packageName
 * @param {string} file inside the package
 */
export function packageFile(packageName, file) {
  return join(root, 'node_modules', ...packageName.split('/'), file);
}

/** The environment for child programs: `node` means the stack's own. */
export function stackEnvironment() {
  const bin = join(root, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
}
