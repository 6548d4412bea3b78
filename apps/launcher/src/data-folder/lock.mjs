/**
 * One holder per name on this machine: the holder listens on a local socket whose path follows from the name, and tells
 * every caller who it is. The system closes the socket when the holder dies, however it dies, so a lock can't be
 * left behind; on Unix the socket's file can, but nothing answers there and it is removed.
 *
 * Plain JavaScript: an installation takes it too, under Node 20 and before anything is installed.
 */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { text } from 'node:stream/consumers';

/**
 * Who holds a lock.
 *
 * @typedef {object} LockHolder
 * @property {number} pid
 * @property {boolean} stopping whether it is about to end
 */

/**
 * A lock that is held.
 *
 * @typedef {object} Lock
 * @property {() => void} markStopping from now on everybody who asks is told that the holder is about to end
 * @property {() => Promise<void>} release
 */

/**
 * Takes the lock, or says who holds it.
 *
 * @param {string} name for instance the real path of a data folder
 * @returns {Promise<Lock | LockHolder>}
 */
export async function takeLock(name) {
  let stopping = false;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(JSON.stringify({ pid: process.pid, stopping }));
  });
  while (!(await listen(server, socketPath(name)))) {
    const holder = await askHolder(name);
    if (holder !== undefined) return holder;
  }
  // The lock alone is no reason to keep running.
  server.unref();
  return {
    markStopping: () => {
      stopping = true;
    },
    release: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}

/**
 * Who holds the lock, or undefined if nobody does (any more).
 *
 * @param {string} name
 * @returns {Promise<LockHolder | undefined>}
 */
export async function askHolder(name) {
  /** @type {string} */
  let answer;
  try {
    answer = await text(connect(socketPath(name)));
  } catch (error) {
    // It lets go while it is asked.
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ECONNRESET')) return undefined;
    if (!hasCode(error, 'ECONNREFUSED')) throw error;
    await removeLeftover(socketPath(name));
    return undefined;
  }
  // A holder that dies while it answers says nothing.
  return answer === '' ? undefined : holderOf(JSON.parse(answer));
}

/**
 * Whether `result` is a lock rather than somebody else's.
 *
 * @param {Lock | LockHolder} result
 * @returns {result is Lock}
 */
export function isLock(result) {
  return 'release' in result;
}

/**
 * Not in `os.tmpdir()`: that depends on the environment, and two programs would not find each other. Not in the data
 * folder either: socket paths may have some 100 characters only.
 *
 * @param {string} name
 */
export function socketPath(name) {
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 24);
  return process.platform === 'win32' ? `\\\\.\\pipe\\wellpulse-${hash}` : `/tmp/wellpulse-${hash}.sock`;
}

/**
 * @param {Partial<LockHolder>} answer
 * @returns {LockHolder}
 */
const holderOf = ({ pid, stopping }) => ({ pid: Number(pid), stopping: stopping === true });

/**
 * Removes the file of a holder that was killed.
 *
 * @param {string} path
 */
async function removeLeftover(path) {
  try {
    await rm(path, { force: true });
  } catch (cause) {
    throw new Error(`${path} was left behind by a program of another user. Remove it.`, { cause });
  }
}

/**
 * Listens, which is atomic; false if the path is taken, by a holder or by the file of a dead one.
 *
 * @param {import('node:net').Server} server
 * @param {string} path
 * @returns {Promise<boolean>}
 */
function listen(server, path) {
  return new Promise((resolve, reject) => {
    const onError = (/** @type {Error} */ error) => {
      if (hasCode(error, 'EADDRINUSE')) resolve(false);
      else reject(error);
    };
    server.once('error', onError);
    // Other users of this machine may ask too.
    server.listen({ path, readableAll: true, writableAll: true }, () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
