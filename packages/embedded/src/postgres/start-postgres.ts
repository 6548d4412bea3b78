import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerExit } from '../server-exit.ts';
import { assertPortFree, PATIENCE_MS } from '../ports.ts';
import { ensureCluster, readPassword, SUPERUSER } from './cluster.ts';
import { launchServer } from './launch-server.ts';
import { disownPidFile } from './pid-file.ts';
import { serverPlace } from './server-place.ts';
import { stopCluster } from './stop-cluster.ts';

/** Where and how the server runs. */
export interface PostgresOptions {
  /** The folder that holds the server's data; made if it doesn't exist. One program at a time may use it. */
  readonly dataDir: string;
  /** TCP port on 127.0.0.1. */
  readonly port: number;
  /** File that the server's messages are added to. Default: `postgres.log` in the data folder. */
  readonly logFile?: string;
  /** False gives up safety against power loss for speed; for tests. Default: true. */
  readonly durable?: boolean;
}

/** A running PostgreSQL server that accepts connections. */
export interface PostgresServer {
  /** Connection string of the superuser to the database `postgres`; it contains the password. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Settles when the server ends, for whatever reason. */
  readonly exited: Promise<ServerExit>;
  /** Ends all sessions and stops the server; may be called more than once. */
  stop(): Promise<void>;
  /** Ends the server at once; the next start replays its log. */
  kill(): void;
}

/**
 * Starts the real PostgreSQL server on a data folder, in whatever state a killed run left that folder: made in part,
 * with a stale lock file, or still served by an orphan (which is stopped first).
 *
 * The server outlives a parent that is killed; the next start on the same folder then ends it.
 *
 * @throws EmbeddedError `PORT_TAKEN`, `INIT_FAILED`, `START_FAILED`, `NO_SERVER_USER`, `UNSUPPORTED_PLATFORM`
 *
 * @example
 * const server = await startPostgres({ dataDir, port: 5433 });
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { port, durable = true } = options;
  await mkdir(options.dataDir, { recursive: true });
  const place = await serverPlace(options.dataDir);
  const { dataDir, clusterDir } = place;
  await stopCluster(place);
  await assertPortFree(port, 'WELLPULSE_PG_PORT', 'PostgreSQL', PATIENCE_MS);
  await ensureCluster(place, durable);
  await disownPidFile(clusterDir);

  const logFile = options.logFile ?? join(dataDir, 'postgres.log');
  const { pid, exited, kill } = await launchServer({ ...place, port, logFile, durable });
  let stopping: Promise<void> | undefined;
  return {
    url: `postgres://${SUPERUSER}:${await readPassword(clusterDir)}@127.0.0.1:${String(port)}/postgres`,
    port,
    pid,
    exited,
    kill,
    stop: () =>
      (stopping ??= stopCluster(place)
        .then(() => exited)
        .then(() => undefined)),
  };
}
