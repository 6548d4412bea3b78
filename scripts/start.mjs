/** `npm start`: installs and builds what is missing, then runs the whole stack. Runs on Node 20 with nothing installed. */
import { runMain } from './lib/fail.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runInTurn } from './lib/run.mjs';

await runMain(async () => {
  await ensureInstalled();
  return runInTurn(['apps/launcher/src/check.ts'], ['scripts/build.mjs'], ['apps/launcher/src/main.ts']);
});
