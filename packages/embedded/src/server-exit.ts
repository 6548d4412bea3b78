import type { ChildProcess } from 'node:child_process';

/** How a server's process ended: by an exit code or by a signal. */
export interface ServerExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * Settles when the process has ended, or could not be started at all (then `code` is -1). Never rejects. Node tells an end once: one that
 * came before anybody asked is known by what the process kept of it.
 *
 * @example
 * const { code, signal } = await exitOf(spawn('pg_ctl', ['status']));
 */
export function exitOf(child: ChildProcess): Promise<ServerExit> {
  return new Promise((resolve) => {
    const { exitCode: code, signalCode: signal } = child;
    if (code !== null || signal !== null) resolve({ code, signal });
    child.once('exit', (code, signal) => {
      resolve({ code, signal });
    });
    child.once('error', () => {
      if (child.pid === undefined) resolve({ code: -1, signal: null });
    });
  });
}

/**
 * How a process ended, for messages.
 *
 * @example
 * describeExit({ code: null, signal: 'SIGKILL' }); // "signal SIGKILL"
 */
export function describeExit(exit: ServerExit): string {
  return exit.signal === null ? `exit code ${String(exit.code)}` : `signal ${exit.signal}`;
}
