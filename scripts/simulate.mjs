/** `npm run simulate -- …`: installs what is missing, then plays seeds of the simulation of syncing. */
import { command } from '../packages/simulation/src/command.mjs';
import { runCommand } from './lib/command.mjs';
import { ensureInstalled, STACK } from './lib/install/install.mjs';
import { runInTurn } from './lib/run.mjs';

await runCommand(command, async () => {
  await ensureInstalled(STACK);
  return runInTurn(['packages/simulation/src/main.ts', ...process.argv.slice(2)]);
});
