import { createServer, type Server } from 'node:net';
import { EmbeddedError } from './errors.ts';

const HOST = '127.0.0.1';

/** A TCP port that nothing on this machine listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = await listen(0);
  const address = server.address();
  await close(server);
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');
  return address.port;
}

/**
 * Throws `PORT_TAKEN` if another program listens on `port`.
 *
 * @param setting the environment variable to name in the message, e.g. `WELLPULSE_PG_PORT`
 * @param what what the port is for, e.g. `PostgreSQL`
 */
export async function assertPortFree(port: number, setting: string, what: string): Promise<void> {
  try {
    await close(await listen(port));
  } catch (error) {
    throw portTaken(port, setting, what, error);
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
