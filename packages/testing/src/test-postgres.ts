import { freePort, startPostgres } from '@wellpulse/embedded';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestPostgres {
  /** Connection string of the superuser to the database `postgres`. */
  readonly url: string;
  /** Ends the server as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data and the same port. */
  restart(): Promise<void>;
  /** Stops the server and removes its data. */
  remove(): Promise<void>;
}

export interface TestPostgresOptions {
  /** True where the test pulls the plug; else speed is worth more. Default: false. */
  readonly durable?: boolean;
}

/** Starts a PostgreSQL server of its own in a temporary folder. */
export async function startTestPostgres({
  durable = false,
}: TestPostgresOptions = {}): Promise<TestPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wellpulse-test-'));
  const options = { dataDir, port: await freePort(), durable };
  let server = await startPostgres(options);
  return {
    url: server.url,
    kill: async () => {
      server.kill();
      await server.exited;
    },
    restart: async () => {
      server = await startPostgres(options);
    },
    remove: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
}
