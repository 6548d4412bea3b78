/** The peers have packages of their own, which nobody needs who doesn't compare: they are installed when asked for. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PEERS = fileURLToPath(new URL('../../peers/', import.meta.url));
/** npm compiles parts of the peers for the Node that it runs on, so that one runs them too. */
export const PEERS_NODE = process.env['npm_node_execpath'] ?? process.execPath;

/** Installs them as bench/peers/package-lock.json says, unless they are; throws if that isn't possible. */
export async function installPeers(): Promise<void> {
  if (await isInstalled()) return;
  console.log('Installing the peers (some minutes: parts of them are compiled)');
  const { file, args } = npm(['ci', '--prefix', PEERS, '--no-audit', '--no-fund', '--loglevel=error']);
  const child = spawn(file, args, { cwd: PEERS, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error('npm could not install it, and says above why');
}

/** npm writes its own copy of the lock file as the last step of an installation. */
async function isInstalled(): Promise<boolean> {
  const copy = join(PEERS, 'node_modules', '.package-lock.json');
  if (!existsSync(copy)) return false;
  const [wanted, installed] = await Promise.all([versions(join(PEERS, 'package-lock.json')), versions(copy)]);
  return [...wanted].every(([path, { version, optional }]) => {
    const found = installed.get(path);
    return found === undefined ? optional === true : found.version === version;
  });
}

interface Locked {
  readonly version?: string;
  readonly optional?: boolean;
}

async function versions(lockFile: string): Promise<Map<string, Locked>> {
  const { packages } = JSON.parse(await readFile(lockFile, 'utf8')) as { packages: Record<string, Locked> };
  return new Map(Object.entries(packages).filter(([path]) => path !== ''));
}

/** npm as it was started, else the one on the PATH. */
function npm(args: readonly string[]): { file: string; args: readonly string[] } {
  const script = process.env['npm_execpath'];
  return script === undefined ? { file: 'npm', args } : { file: PEERS_NODE, args: [script, ...args] };
}
