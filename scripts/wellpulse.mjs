/** `npm run wellpulse -- …`: the command-line tool, for the running stack or for the data folder of a stopped one. */
import { runMain } from './lib/fail.mjs';
import { ensureInstalled, STACK } from './lib/install/install.mjs';
import { runInTurn } from './lib/run.mjs';

await runMain(async () => {
  await ensureInstalled(STACK);
  return runInTurn(['scripts/build.mjs', 'api'], ['apps/launcher/src/cli.ts', ...process.argv.slice(2)]);
});
