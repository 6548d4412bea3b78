/** `npm run wellpulse-device -- …`: a field device at the command line. */
import { runMain } from './lib/fail.mjs';
import { ensureInstalled, STACK } from './lib/install/install.mjs';
import { runInTurn } from './lib/run.mjs';

await runMain(async () => {
  await ensureInstalled(STACK);
  return runInTurn(['scripts/build.mjs', 'device'], ['apps/device/dist/main.js', ...process.argv.slice(2)]);
});
