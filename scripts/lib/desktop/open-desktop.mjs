import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { once } from 'node:events';
import {
  findElectron,
  STAND_IN_FOLDER,
} from '../../../packages/electron-stand-in/src/playwright/launch-app.ts';
import { Failure, runMain } from '../fail.mjs';
import { packageFile, root, stackEnvironment, stackNode } from '../paths.mjs';
import { runAndCollect } from '../run.mjs';

const APP = join(root, 'apps', 'desktop');

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

// Under the stack's Node: what finds Electron is TypeScript (ADR 33).
await runMain(async () => {
  const [program, data] = process.argv.slice(2);
  const args = [APP, ...(data === undefined ? [] : [`--user-data-dir=${resolve(data)}`])];
  const file = program === 'stand-in' ? join(STAND_IN_FOLDER, 'electron') : await electron();
  const child = spawn(file, args, { cwd: root, env: stackEnvironment(), stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code ?? 1;
});
