/** A device at the command line: `npm run wellpulse-device -- …`. The same offline client as in the apps. */
import { runProgram } from '@wellpulse/command-line';
import { isClosedPipe } from './open-device.ts';
import { deviceProgram } from './program.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

process.stdout.on('error', (error) => {
  if (!isClosedPipe(error)) throw error;
});

const code = await runProgram(deviceProgram(), process.argv.slice(2), { messageOf });
if (code !== 0) process.exitCode = code;
