import { freePort, startAzurite } from '@wellpulse/embedded';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestBlobs {
  readonly connectionString: string;
  /** Ends the storage as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data and the same port. */
  restart(): Promise<void>;
  /** Stops the storage and removes its data. */
  remove(): Promise<void>;
}

export interface TestBlobsOptions {
  /** True where the test pulls the plug; else speed is worth more. Default: false. */
  readonly durable?: boolean;
}

/** Starts a blob storage of its own in a temporary folder. */
export async function startTestBlobs({ durable = false }: TestBlobsOptions = {}): Promise<TestBlobs> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wellpulse-test-blobs-'));
  const options = { dataDir, port: await freePort(), durable };
  let server = await startAzurite(options);
  return {
    connectionString: server.connectionString,
    kill: async () => {
      server.kill();
      await server.exited;
    },
    restart: async () => {
      server = await startAzurite(options);
    },
    remove: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
}
