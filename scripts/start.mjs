/** `npm start`: installs and builds what is missing, then runs the whole stack. Runs on Node 20 with nothing installed. */
import { runMain } from './lib/fail.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runInForeground } from './lib/run.mjs';

await runMain(async () => {
  await ensureInstalled();
  const built = await runInForeground(['scripts/build.mjs']);
  return built === 0 ? runInForeground(['apps/launcher/src/main.ts']) : built;
});
