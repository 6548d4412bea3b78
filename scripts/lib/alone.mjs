import { setTimeout as delay } from 'node:timers/promises';
import { isLock, takeLock } from '../../apps/launcher/src/data-folder/lock.mjs';
import { root } from './paths.mjs';

const POLL_MS = 200;

/**
 * Does what only one program may do at a time in this checkout. Others are waited for, and the person at the terminal is told so.
 *
 * @template Result
 * @param {string} what as in `installation`
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function alone(what, work) {
  const lock = await take(what);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

/** @param {string} what */
async function take(what) {
  for (let told = false; ; told = true) {
    const result = await takeLock(`${what} ${root}`);
    if (isLock(result)) return result;
    if (!told) console.error(`Waiting for another ${what} (process ${String(result.pid)})`);
    await delay(POLL_MS);
  }
}
