import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { describeExit, exitOf } from '@wellpulse/embedded';
import type { Command } from './programs.ts';

/** How a program is run that comes to an end by itself. */
export interface Told {
  readonly env: NodeJS.ProcessEnv;
  /** Takes everything that it prints. */
  readonly logFile: string;
  /** Is told each line of its standard output. */
  readonly say: (line: string) => void;
  /** Ends it, and so does the end of this process, however that comes about. */
  readonly signal: AbortSignal;
}

/**
 * Runs a program and passes on what it tells.
 *
 * @returns whether it succeeded; the log file says why not
 */
export async function runTold(
  { file, args, cwd }: Command,
  { env, logFile, say, signal }: Told,
): Promise<boolean> {
  signal.throwIfAborted();
  const endWithParent = new URL('./end-with-parent.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', endWithParent, file, ...args], {
    cwd,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stderr?.pipe(log, { end: false });
  if (child.stdout !== null)
    createInterface({ input: child.stdout }).on('line', (line) => {
      log.write(`${line}\n`);
      say(line);
    });
  const abort = (): void => {
    child.kill('SIGTERM');
  };
  signal.addEventListener('abort', abort);
  const exit = await exitOf(child);
  signal.removeEventListener('abort', abort);
  log.end(`It ended (${describeExit(exit)})\n`);
  signal.throwIfAborted();
  return exit.code === 0;
}
