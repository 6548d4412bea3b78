import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * The processes that started this script, as far as they are npm's: a shell, and npm itself. A script that was started
 * in another way outlives its starter, as any program does.
 *
 * @type {readonly number[]}
 */
export const starters =
  process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32'
    ? []
    : [process.ppid, parentOf(process.ppid)].filter((pid) => pid !== undefined);

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * @param {number} pid
 * @returns {number | undefined} if the system says
 */
function parentOf(pid) {
  try {
    const text =
      process.platform === 'linux'
        ? /^PPid:(.*)$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]
        : execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' });
    return text === undefined ? undefined : Number.parseInt(text, 10);
  } catch {
    return undefined;
  }
}
