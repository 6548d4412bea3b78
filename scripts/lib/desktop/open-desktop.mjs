import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { once } from 'node:events';
import { Failure } from '../fail.mjs';
import { packageFile, root, stackEnvironment, stackNode } from '../paths.mjs';
import { runAndCollect } from '../run.mjs';

const APP = join(root, 'apps', 'desktop');
const STAND_IN = join(root, 'packages', 'electron-stand-in', 'bin', 'electron');

/** The path of the Electron binary; null while it is not downloaded. */
function findElectron() {
  const pathFile = packageFile('electron', 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = packageFile('electron', join('dist', readFileSync(pathFile, 'utf8')));
  return existsSync(binary) ? binary : null;
}

async function electron() {
  const found = findElectron();
  if (found !== null) return found;
  console.log('Downloading Electron (some 120 MB, once)');
  const { code, output } = await runAndCollect(stackNode, [packageFile('electron', 'install.js')], {
    env: stackEnvironment(),
  });
  const downloaded = findElectron();
  if (code === 0 && downloaded !== null) return downloaded;
  const [reason = 'no reason was given'] = output.match(/^.*Error: .+$/m) ?? [];
  throw new Failure(
    `Electron could not be downloaded (${reason.trim()}). Connect to the network and try again, or try the app in Chromium: npm run desktop -- --stand-in`,
  );
}

/**
 * Opens the app, and waits until it is closed.
 *
 * @param {{ isStandIn: boolean, data: string | undefined }} options
 * @returns {Promise<number>} its exit code
 */
export async function openDesktop({ isStandIn, data }) {
  const args = [APP, ...(data === undefined ? [] : [`--user-data-dir=${resolve(data)}`])];
  const child = spawn(isStandIn ? STAND_IN : await electron(), args, {
    cwd: root,
    env: stackEnvironment(),
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
