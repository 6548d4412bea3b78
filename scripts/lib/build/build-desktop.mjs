import { join } from 'node:path';
import { Failure } from '../fail.mjs';
import { packageFile, root, stackEnvironment, stackNode } from '../paths.mjs';
import { runAndCollect } from '../run.mjs';

/** Builds the three parts of the app of the laptop: main, preload and renderer. */
export async function buildDesktop() {
  const program = packageFile('electron-vite', 'bin/electron-vite.js');
  const { code, output } = await runAndCollect(stackNode, [program, 'build'], {
    cwd: join(root, 'apps', 'desktop'),
    env: stackEnvironment(),
  });
  if (code !== 0) throw new Failure(`The app of the laptop could not be built:\n${output}`);
}
