/**
 * Installs the packages when they are missing or not those of package-lock.json: for `npm start` those of the stack, after
 * it those of the field app, for `npm test` all. npm writes its own copy of the lock file into node_modules as the last step of an installation. So an
 * interrupted one is noticed.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { alone } from '../alone.mjs';
import { Failure } from '../fail.mjs';
import { packagesOf } from './locked-packages.mjs';
import { root, stackNode } from '../paths.mjs';
import { runAndCollect } from '../run.mjs';

/**
 * @typedef {import('./locked-packages.mjs').Packages} Packages
 *
 * @typedef {object} Shortcoming
 * @property {string} reason
 * @property {boolean} isPart whether what is there is right, and the rest only has to be added
 */

const DEPENDENCIES = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/** The workspaces that a running stack consists of. The device at the command line needs no further package. */
export const STACK = ['apps/api', 'apps/device', 'apps/launcher', 'apps/web'];

/** What building the field app takes, beside a stack that runs. */
export const FIELD_APP = [...STACK, 'apps/mobile'];

/**
 * Makes sure that the packages are there.
 *
 * @param {readonly string[]} [workspaces] whose packages are needed; all without it
 */
export async function ensureInstalled(workspaces) {
  if ((await whyInstall(workspaces)) === undefined) return;
  // A stack that runs may just install what the field app needs, and two at once spoil what both make.
  await alone('installation', () => install(workspaces));
}

/** @param {readonly string[] | undefined} workspaces */
async function install(workspaces) {
  const found = await whyInstall(workspaces);
  if (found === undefined) return;
  console.log(`${found.reason}: installing packages (a minute or two)`);
  const { file, args } = npm([...steps(found, workspaces), '--no-audit', '--no-fund', '--loglevel=error']);
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

/**
 * @param {Shortcoming} found
 * @param {readonly string[] | undefined} workspaces
 */
function steps({ isPart }, workspaces) {
  // A stack that runs from these packages goes on running, so what is right stays where it is.
  const command = isPart ? ['install', '--no-save'] : ['ci'];
  if (workspaces === undefined) return command;
  return [
    ...command,
    '--include-workspace-root=false',
    ...workspaces.map((workspace) => `--workspace=${workspace}`),
  ];
}

/**
 * @param {readonly string[] | undefined} workspaces
 * @returns {Promise<Shortcoming | undefined>}
 */
async function whyInstall(workspaces) {
  const [wanted, installed] = await Promise.all([
    readPackages(join(root, 'package-lock.json')),
    readPackages(join(root, 'node_modules', '.package-lock.json')),
  ]);
  if (wanted === undefined) throw new Failure('package-lock.json is missing.');
  if (installed === undefined || !existsSync(stackNode)) {
    return { reason: 'Nothing is installed yet', isPart: false };
  }
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) {
      if (await declaresOthers(path, entry)) {
        return { reason: `${join(path, 'package.json')} has changed`, isPart: false };
      }
      continue;
    }
    const found = installed[path];
    if (found !== undefined && found.version !== entry.version) {
      return { reason: `${path} is not the one that package-lock.json names`, isPart: false };
    }
  }
  const needed = workspaces === undefined ? Object.keys(wanted) : packagesOf(wanted, workspaces);
  const missing = needed.find((path) => {
    // Optional packages are left out on platforms that they aren't for.
    return path.includes('node_modules/') && installed[path] === undefined && wanted[path]?.optional !== true;
  });
  return missing === undefined ? undefined : { reason: `${missing} is missing`, isPart: true };
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
