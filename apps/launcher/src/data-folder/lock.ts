/**
 * One holder per name on this machine: the holder listens on a local socket whose path follows from the name, and tells
 * every caller who it is. The system closes the socket when the holder dies, however it dies, so a lock can't be
 * left behind; on Unix the socket's file can, but nothing answers there and it is removed.
 */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const holderSchema = z.object({ pid: z.number(), stopping: z.boolean() });

/** Who holds a lock. */
export type LockHolder = z.infer<typeof holderSchema>;

/** A lock that is held. */
export interface Lock {
  /** From now on everybody who asks is told that the holder is about to end. */
  markStopping(): void;
  release(): Promise<void>;
}

/** Takes the lock, or says who holds it. `name` is for instance the real path of a data folder. */
export async function takeLock(name: string): Promise<Lock | LockHolder> {
  let stopping = false;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(JSON.stringify({ pid: process.pid, stopping } satisfies LockHolder));
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

/** Who holds the lock, or undefined if nobody does (any more). */
export async function askHolder(name: string): Promise<LockHolder | undefined> {
  let answer: string;
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
  return answer === '' ? undefined : holderSchema.parse(JSON.parse(answer));
}

/** Whether `result` is a lock rather than somebody else's. */
export function isLock(result: Lock | LockHolder): result is Lock {
  return 'release' in result;
}

/**
 * Not in `os.tmpdir()`: that depends on the environment, and two programs would not find each other. Not in the data
 * folder either: socket paths may have some 100 characters only.
 */
export function socketPath(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 24);
  return process.platform === 'win32' ? `\\\\.\\pipe\\wellpulse-${hash}` : `/tmp/wellpulse-${hash}.sock`;
}

/** Removes the file of a holder that was killed. */
async function removeLeftover(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (cause) {
    throw new Error(`${path} was left behind by a program of another user. Remove it.`, { cause });
  }
}

/** Listens, which is atomic; false if the path is taken, by a holder or by the file of a dead one. */
function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error): void => {
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

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
