import { fork } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedError } from '../errors.ts';
import { assertPortFree, PATIENCE_MS } from '../ports.ts';
import { describeExit, exitOf, type ServerExit } from '../server-exit.ts';
import { ACCOUNT_NAME, connectionString, ensureAccountKey } from './account.ts';

/** Where the emulator runs. */
export interface AzuriteOptions {
  /** The folder that holds the blobs; made if it doesn't exist. One program at a time may use it. */
  readonly dataDir: string;
  /** TCP port on 127.0.0.1. */
  readonly port: number;
  /** File that the emulator's messages are added to. Default: `azurite.log` in the data folder. */
  readonly logFile?: string;
  /** False gives up what was acknowledged just before a kill, for speed. Default: true. */
  readonly durable?: boolean;
}

/** A running blob storage emulator that accepts requests. */
export interface AzuriteServer {
  /** For the Azure SDK; it contains the account's key. */
  readonly connectionString: string;
  readonly port: number;
  readonly pid: number;
  /** Settles when the emulator ends, for whatever reason. */
  readonly exited: Promise<ServerExit>;
  /** Writes everything out and stops the emulator; may be called more than once. */
  stop(): Promise<void>;
  /** Ends the emulator at once. */
  kill(): void;
}

/** How long the emulator may take to write everything out before it is killed. */
const STOP_MS = 10_000;

/**
 * Starts the Azurite blob emulator in a process of its own, which ends when this one does.
 *
 * @throws EmbeddedError `PORT_TAKEN`, `START_FAILED`
 *
 * @example
 * const blobs = await startAzurite({ dataDir, port: 10_000 });
 */
export async function startAzurite(options: AzuriteOptions): Promise<AzuriteServer> {
  const dataDir = resolve(options.dataDir);
  const { port } = options;
  await mkdir(dataDir, { recursive: true });
  await assertPortFree(port, 'WELLPULSE_BLOB_PORT', 'blob storage', PATIENCE_MS);
  const key = await ensureAccountKey(dataDir);

  const logFile = options.logFile ?? join(dataDir, 'azurite.log');
  const log = await open(logFile, 'a');
  const program = fileURLToPath(new URL('./azurite-process.ts', import.meta.url));
  const settings = ['--blobHost', '127.0.0.1', '--blobPort', String(port), '--location', dataDir];
  const child = fork(program, [...settings, '--silent', '--disableTelemetry', '--skipApiVersionCheck'], {
    execArgv: [],
    // Its own process group: Ctrl-C must reach the launcher alone, which stops the emulator after the API.
    detached: process.platform !== 'win32',
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
    env: {
      ...process.env,
      AZURITE_ACCOUNTS: `${ACCOUNT_NAME}:${key}`,
      BLOBS_DURABLE: options.durable === false ? '0' : '1',
    },
  });
  const exited = exitOf(child);
  const ready = new Promise<'ready'>((resolve) => {
    child.once('message', () => {
      resolve('ready');
    });
  });
  await log.close();
  const first = await Promise.race([ready, exited]);
  if (first !== 'ready' || child.pid === undefined) {
    const end = describeExit(await exited);
    throw new EmbeddedError('START_FAILED', `Blob storage (Azurite) did not start (${end}). See ${logFile}.`);
  }

  const stop = async (): Promise<void> => {
    // The process stops when its parent lets go of it.
    if (child.connected) child.disconnect();
    const patience = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await exited;
    clearTimeout(patience);
  };
  let stopping: Promise<void> | undefined;
  return {
    connectionString: connectionString(key, port),
    port,
    pid: child.pid,
    exited,
    kill: () => child.kill('SIGKILL'),
    stop: () => (stopping ??= stop()),
  };
}
