/** A device at the command line: `npm run wellpulse-device -- …`. The same offline client as in the apps. */
import { isClosedPipe } from './open-device.ts';
import { runDeviceProgram } from './program.ts';

process.stdout.on('error', (error) => {
  if (!isClosedPipe(error)) throw error;
});

const code = await runDeviceProgram(process.argv.slice(2));
if (code !== 0) process.exitCode = code;
