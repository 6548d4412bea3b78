/** `npm run kill-rounds -- …`: kills devices, the API and PostgreSQL while entries are on their way. */
import { command } from '../apps/api/test/kills/command.mjs';
import { runCommand } from './lib/command.mjs';
import { ensureInstalled } from './lib/install/install.mjs';
import { runInTurn } from './lib/run.mjs';

await runCommand(command, async () => {
  await ensureInstalled();
  return runInTurn(['apps/api/test/kills/main.ts', ...process.argv.slice(2)]);
});
