/** `npm run bench -- …`: installs and builds what is missing, then runs the benchmarks. */
import { command } from '../bench/src/command.mjs';
import { runCommand } from './lib/command.mjs';
import { ensureInstalled } from './lib/install/install.mjs';
import { runInTurn } from './lib/run.mjs';

await runCommand(command, async () => {
  await ensureInstalled();
  return runInTurn(['scripts/build.mjs'], ['bench/src/main.ts', ...process.argv.slice(2)]);
});
