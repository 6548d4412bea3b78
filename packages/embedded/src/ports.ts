import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedError } from './errors.ts';

const HOST = '127.0.0.1';

/** Below the ports that systems give to outgoing connections: one of these could take the port before its server does. */
const FREE_PORTS = [15_000, 30_000] as const;
const MOST_TRIES = 100;
const given = new Set<number>();

/** A TCP port that nothing on this machine listened on a moment ago; never the same one twice in a process. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const port = randomInt(...FREE_PORTS);
    if (given.has(port)) continue;
    const server = await listen(port).catch(() => null);
    if (server === null) continue;
    given.add(port);
    await close(server);
    return port;
  }
  throw new Error(`No port between ${FREE_PORTS.join(' and ')} is free`);
}

/** The helpers of a server that was killed hold its port until they notice: for milliseconds, or longer on a busy machine. */
export const PATIENCE_MS = 2_000;
const RETRY_MS = 50;

/**
 * Throws `PORT_TAKEN` if another program listens on `port`.
 *
 * @param setting the environment variable to name in the message, e.g. `WELLPULSE_PG_PORT`
 * @param what what the port is for, e.g. `PostgreSQL`
 * @param patienceMs how long it may still be held
 *
 * @example
 * await assertPortFree(5433, 'WELLPULSE_PG_PORT', 'PostgreSQL');
 */
export async function assertPortFree(
  port: number,
  setting: string,
  what: string,
  patienceMs = 0,
): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      await close(await listen(port));
      return;
    } catch (error) {
      if (performance.now() >= giveUpAt) throw portTaken(port, setting, what, error);
    }
    await sleep(RETRY_MS);
  }
}

/** The error for a port that could not be listened on. */
export function portTaken(port: number, setting: string, what: string, cause?: unknown): EmbeddedError {
  return new EmbeddedError(
    'PORT_TAKEN',
    `Port ${String(port)} for ${what} is taken by another program. Set ${setting} to a free port.`,
    { cause },
  );
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: HOST, exclusive: true }, () => {
      resolve(server);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
