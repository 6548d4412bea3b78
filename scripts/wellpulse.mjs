/** `npm run wellpulse -- …`: the command-line tool, for the running stack or for the data folder of a stopped one. */
import { runMain } from './lib/fail.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runInForeground } from './lib/run.mjs';

await runMain(async () => {
  await ensureInstalled();
  const built = await runInForeground(['scripts/build.mjs', 'api']);
  return built === 0 ? runInForeground(['apps/launcher/src/cli.ts', ...process.argv.slice(2)]) : built;
});
