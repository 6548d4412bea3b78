/** `npm run desktop`: the app of the laptop, against a stack that runs. Electron itself is downloaded at the first run. */
import { runCommand } from './lib/command.mjs';
import { ensureInstalled } from './lib/install/install.mjs';
import { runInTurn } from './lib/run.mjs';

const command = {
  name: 'npm run desktop --',
  summary:
    'Builds what is missing, then opens the app of the laptop. Electron is downloaded at the first run. Type the address that "npm start" shows.',
  options: {
    'stand-in': /** @type {const} */ ({
      type: 'boolean',
      help: 'opens it in Chromium, where Electron can not be downloaded: for trying it out, not for real entries',
    }),
    data: /** @type {const} */ ({
      type: 'string',
      value: 'FOLDER',
      help: 'keeps the data of the app there; without it where the system keeps data of apps',
    }),
  },
  example: 'npm run desktop -- --stand-in --data ./truck-7',
};

await runCommand(command, async ({ values }) => {
  await ensureInstalled();
  const data = values['data'];
  const program = values['stand-in'] === true ? 'stand-in' : 'electron';
  return runInTurn(
    ['scripts/build.mjs', 'desktop'],
    ['scripts/lib/desktop/open-desktop.mjs', program, ...(typeof data === 'string' ? [data] : [])],
  );
});
