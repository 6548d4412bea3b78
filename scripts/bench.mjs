/** `npm run bench -- …`: installs and builds what is missing, then runs the benchmarks. */
import { runMain } from './lib/fail.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runInForeground } from './lib/run.mjs';

await runMain(async () => {
  await ensureInstalled();
  const built = await runInForeground(['scripts/build.mjs']);
  return built === 0 ? runInForeground(['bench/src/main.ts', ...process.argv.slice(2)]) : built;
});
