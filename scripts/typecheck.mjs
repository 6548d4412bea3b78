/** `npm run typecheck`: checks the types of all workspaces. */
import { runMain } from './lib/fail.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { checkTypes } from './lib/typecheck.mjs';

await runMain(async () => {
  await ensureInstalled();
  let failed = 0;
  await checkTypes(({ name, ok, output }) => {
    console.log(ok ? `ok    ${name}` : `wrong ${name}\n${output}`);
    if (!ok) failed += 1;
  });
  return failed === 0 ? 0 : 1;
});
