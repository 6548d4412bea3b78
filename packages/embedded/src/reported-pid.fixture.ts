import type { ChildProcess } from 'node:child_process';

/** The process id of the server that a test program started, once it reports it. Rejects if it ends before that. */
export function reportedPid(program: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    program.once('message', (message) => {
      if (typeof message === 'number') resolve(message);
    });
    program.once('exit', (code) => {
      reject(new Error(`The program ended with exit code ${String(code)}`));
    });
  });
}
