/**
 * A folder for what tests write. In memory where the machine offers that: a database that waits for the disk after each
 * entry takes ten times as long. Tests kill programs, not machines, so memory holds what they prove to be kept.
 */
import { mkdtemp, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux keeps it in memory, and lets everybody write there. */
const IN_MEMORY = '/dev/shm';
/** A run was seen to fill a third of it. */
const NEEDED_BYTES = 8 * 1024 ** 3;

/** Makes the folder; its user removes it. @returns {Promise<string>} its path */
export async function makeScratchFolder() {
  return mkdtemp(join((await hasRoom(IN_MEMORY)) ? IN_MEMORY : tmpdir(), 'wellpulse-test-'));
}

/** @param {string} folder */
async function hasRoom(folder) {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize >= NEEDED_BYTES;
  } catch {
    return false;
  }
}
