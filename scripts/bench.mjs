/** `npm run bench -- …`: installs and builds what is missing, then runs the benchmarks. */
import { runMain } from './lib/fail.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runInTurn } from './lib/run.mjs';

await runMain(async () => {
  await ensureInstalled();
  return runInTurn(['scripts/build.mjs'], ['bench/src/main.ts', ...process.argv.slice(2)]);
});
