import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { describeExit, exitOf } from '@wellpulse/embedded';
import type { Command } from '../processes/programs.ts';

/** Who can sign in to the demo tenant, for the ready line. */
export const demoSignIns =
  'tenant acme: admin@acme.example, manager@acme.example, operator@acme.example, viewer@acme.example ' +
  'password wellpulse-demo';

/**
 * Completes the demo tenants, passing on each line that the program prints.
 *
 * @returns whether it succeeded; the log file says why not
 */
export async function seedDemo(
  command: Command,
  options: { env: NodeJS.ProcessEnv; logFile: string; say: (line: string) => void; signal: AbortSignal },
): Promise<boolean> {
  options.signal.throwIfAborted();
  const child = spawn(process.execPath, ['--enable-source-maps', command.file, ...command.args], {
    cwd: command.cwd,
    env: options.env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(options.logFile, { flags: 'a' });
  child.stderr.pipe(log, { end: false });
  createInterface({ input: child.stdout }).on('line', (line) => {
    log.write(`${line}\n`);
    options.say(`Demo: ${line}`);
  });
  const abort = (): void => {
    child.kill('SIGTERM');
  };
  options.signal.addEventListener('abort', abort);
  const exit = await exitOf(child);
  options.signal.removeEventListener('abort', abort);
  log.end(`The demo seed ended (${describeExit(exit)})\n`);
  options.signal.throwIfAborted();
  return exit.code === 0;
}
