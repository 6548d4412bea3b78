/** `npm run simulate -- …`: installs what is missing, then plays seeds of the simulation of syncing. */
import { runMain } from './lib/fail.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runInTurn } from './lib/run.mjs';

await runMain(async () => {
  await ensureInstalled();
  return runInTurn(['packages/simulation/src/main.ts', ...process.argv.slice(2)]);
});
