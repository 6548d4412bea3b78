/** `npm run wellpulse-device -- …`: a field device at the command line. */
import { runMain } from './lib/fail.mjs';
import { ensureInstalled, STACK } from './lib/install.mjs';
import { runInTurn } from './lib/run.mjs';

await runMain(async () => {
  await ensureInstalled(STACK);
  return runInTurn(['apps/device/src/main.ts', ...process.argv.slice(2)]);
});
