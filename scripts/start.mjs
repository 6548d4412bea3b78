/** `npm start`: installs and builds what is missing, then runs the whole stack. Runs on Node 20 with nothing installed. */
import { runCommand } from './lib/command.mjs';
import { ensureInstalled, STACK } from './lib/install/install.mjs';
import { runInTurn } from './lib/run.mjs';

const command = {
  name: 'npm start --',
  summary:
    'Installs and builds what is missing, then runs the whole stack until Ctrl-C. Its settings are in docs/operations.md.',
  example: 'WELLPULSE_DATA_DIR=/srv/wellpulse npm start',
};

await runCommand(command, async () => {
  await ensureInstalled(STACK);
  return runInTurn(
    ['apps/launcher/src/check.ts'],
    ['scripts/build.mjs', 'api', 'web'],
    ['apps/launcher/src/main.ts'],
  );
});
