/** `npm run typecheck`: checks the types of all workspaces. */
import { runCommand } from './lib/command.mjs';
import { ensureInstalled } from './lib/install/install.mjs';
import { checkTypes } from './lib/typecheck.mjs';

const command = {
  name: 'npm run typecheck --',
  summary: 'Checks the types of all workspaces.',
  options: {
    deep: /** @type {const} */ ({ type: 'boolean', help: 'checks each workspace by itself too' }),
  },
  example: 'npm run typecheck',
};

await runCommand(command, async ({ values }) => {
  await ensureInstalled();
  let failed = 0;
  await checkTypes({
    deep: values['deep'] === true,
    onResult: ({ name, ok, output }) => {
      console.log(ok ? `ok    ${name}` : `wrong ${name}\n${output}`);
      if (!ok) failed += 1;
    },
  });
  return failed === 0 ? 0 : 1;
});
