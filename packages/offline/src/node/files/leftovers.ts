/** Files that were being written when their program ended. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const PARTIAL = /(?:\.(?<pid>\d+))?\.part$/;

/** Under this name a file is written until it is whole. It says which program writes it. */
export const partialOf = (path: string): string => `${path}.${process.pid}.part`;

/**
 * Removes from a folder what programs that are no more were writing. Call it before this program writes there.
 *
 * @example
 * await removePartials('./truck-7');
 */
export async function removePartials(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    const match = PARTIAL.exec(name);
    if (match === null) continue;
    const pid = Number(match.groups?.['pid'] ?? process.pid);
    if (pid === process.pid || !isRunning(pid)) await rm(join(folder, name), { force: true });
  }
}

/** Removes from a folder the files that nobody knows and that have not been written to for `ageMs`. */
export async function removeUnknown(
  folder: string,
  known: ReadonlySet<string>,
  ageMs: number,
): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (known.has(name) || PARTIAL.test(name)) continue;
    const found = await stat(join(folder, name)).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > ageMs) await rm(join(folder, name), { force: true });
  }
}

/** None if there is no such folder yet. */
const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Of another user: it runs, and this one may not signal it.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
