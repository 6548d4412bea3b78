/** `npm run wellpulse -- …`: the command-line tool, for the running stack or for the data folder of a stopped one. */
import { runOrAnswer } from './lib/commander/run-or-answer.mjs';

await runOrAnswer({
  name: 'wellpulse',
  workspace: 'apps/api',
  build: 'api',
  file: 'apps/launcher/src/cli.ts',
});
