/** `npm run mobile`: the app of the phone while it is worked on, against a stack that runs. */
import { runCommand } from './lib/command.mjs';
import { ensureInstalled } from './lib/install/install.mjs';
import { runInTurn } from './lib/run.mjs';

const command = {
  name: 'npm run mobile --',
  summary:
    'Serves the app of the phone against a stack that "npm start" runs. It says where a browser finds it, and shows the code that a phone with a development build scans. Changes of the sources show at once.',
  options: {
    server: /** @type {const} */ ({
      type: 'string',
      value: 'URL',
      default: 'http://127.0.0.1:3000',
      help: 'the address of the stack, as its ready line says it',
    }),
    port: /** @type {const} */ ({
      type: 'string',
      value: 'N',
      default: '8081',
      help: 'where a browser finds the app; the bundler takes the port after it',
    }),
  },
  example: 'npm run mobile -- --server http://127.0.0.1:3000',
};

await runCommand(command, async ({ values }) => {
  await ensureInstalled();
  return runInTurn(['scripts/lib/mobile/start-mobile.mjs', String(values['server']), String(values['port'])]);
});
