/** `npm run kill-rounds -- --rounds N [--seed S]`: kills devices, the API and PostgreSQL while entries are on their way. */
import { runMain } from './lib/fail.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runInTurn } from './lib/run.mjs';

await runMain(async () => {
  await ensureInstalled();
  return runInTurn(['apps/api/test/kills/main.ts', ...process.argv.slice(2)]);
});
