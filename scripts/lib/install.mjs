/**
 * Installs the packages when they are missing or not those of package-lock.json. npm writes its own copy of the lock
 * file into node_modules as the last step of a complete installation, so one that was interrupted is noticed.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from './fail.mjs';
import { root, stackNode } from './paths.mjs';
import { runAndCollect } from './run.mjs';

/** @typedef {Record<string, { version?: string, link?: boolean, optional?: boolean } & Record<string, unknown>>} Packages */

const DEPENDENCIES = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/** Makes sure that all packages are there. */
export async function ensureInstalled() {
  const reason = await whyInstall();
  if (reason === undefined) return;
  console.log(`${reason}: installing packages (a minute or two)`);
  const { file, args } = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  const { code, output } = await runAndCollect(file, args, {
    env: process.env,
    write: (text) => process.stdout.write(text),
  });
  if (code !== 0) {
    throw new Failure(
      UNREACHABLE.test(output)
        ? 'The packages could not be downloaded: the npm registry can not be reached. Connect to the network and try again.'
        : 'The packages could not be installed; npm says above why.',
    );
  }
  if (!existsSync(stackNode)) {
    throw new Failure(
      'npm left out Node 24, which an install script fetches. Run "npm ci" with install scripts allowed (without --ignore-scripts).',
    );
  }
}

/** @returns {Promise<string | undefined>} */
async function whyInstall() {
  const [wanted, installed] = await Promise.all([
    readPackages(join(root, 'package-lock.json')),
    readPackages(join(root, 'node_modules', '.package-lock.json')),
  ]);
  if (wanted === undefined) throw new Failure('package-lock.json is missing.');
  if (installed === undefined || !existsSync(stackNode)) return 'Nothing is installed yet';
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) {
      if (await declaresOthers(path, entry)) return `${join(path, 'package.json')} has changed`;
      continue;
    }
    const found = installed[path];
    // Optional packages are left out on platforms that they aren't for.
    const isFine = found === undefined ? entry.optional === true : found.version === entry.version;
    if (!isFine) return `${path} is not the one that package-lock.json names`;
  }
  return undefined;
}

/**
 * Whether a workspace's package.json asks for other packages than when package-lock.json was written; npm then says so.
 *
 * @param {string} workspace
 * @param {Packages[string]} locked
 */
async function declaresOthers(workspace, locked) {
  const text = await readFile(join(root, workspace, 'package.json'), 'utf8').catch(() => '{}');
  const declared = JSON.parse(text);
  return DEPENDENCIES.some((kind) => sorted(declared[kind]) !== sorted(locked[kind]));
}

/** @param {unknown} dependencies */
function sorted(dependencies) {
  return JSON.stringify(Object.entries(dependencies ?? {}).sort());
}

/**
 * @param {string} lockFile
 * @returns {Promise<Packages | undefined>}
 */
async function readPackages(lockFile) {
  const text = await readFile(lockFile, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text).packages;
}

/**
 * npm as it was started, else the one on the PATH.
 *
 * @param {string[]} args
 */
function npm(args) {
  const script = process.env['npm_execpath'];
  const node = process.env['npm_node_execpath'];
  if (script !== undefined && node !== undefined) return { file: node, args: [script, ...args] };
  return process.platform === 'win32'
    ? { file: 'cmd.exe', args: ['/c', 'npm', ...args] }
    : { file: 'npm', args };
}
