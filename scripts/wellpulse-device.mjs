/** `npm run wellpulse-device -- …`: a field device at the command line. */
import { runOrAnswer } from './lib/commander/run-or-answer.mjs';

await runOrAnswer({
  name: 'wellpulse-device',
  workspace: 'apps/device',
  build: 'device',
  file: 'apps/device/dist/main.js',
});
