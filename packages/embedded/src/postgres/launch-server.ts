import { spawn } from 'node:child_process';
import { open, readFile, stat } from 'node:fs/promises';
import { EmbeddedError } from '../errors.ts';
import { portTaken } from '../ports.ts';
import { waitUntil } from '../processes.ts';
import { describeExit, exitOf, type ServerExit } from '../server-exit.ts';
import { readPidFile } from './pid-file.ts';
import type { ServerPlace } from './server-place.ts';
import { serverSettings } from './server-settings.ts';

/** What a launch needs. */
export interface Launch extends ServerPlace {
  readonly port: number;
  readonly logFile: string;
  readonly durable: boolean;
}

/** A server process that accepts connections. */
export interface LaunchedServer {
  readonly pid: number;
  readonly exited: Promise<ServerExit>;
  readonly kill: () => void;
}

/** How long worker processes of a killed server may take to notice that it is gone. */
const STRAGGLERS_MS = 30_000;

/**
 * Spawns the server and waits until it accepts connections, however long it replays its log after a crash.
 *
 * @throws EmbeddedError `START_FAILED` or `PORT_TAKEN` if it ends instead
 */
export async function launchServer(launch: Launch): Promise<LaunchedServer> {
  let server: LaunchedServer | undefined;
  await waitUntil(async () => (server = await attempt(launch)) !== undefined, {
    everyMs: 200,
    timeoutMs: STRAGGLERS_MS,
  });
  if (server !== undefined) return server;
  throw new EmbeddedError(
    'START_FAILED',
    `PostgreSQL did not start: processes of an earlier server still use ${launch.clusterDir}.`,
  );
}

/** One try; undefined when worker processes of a killed server are still about to end. */
async function attempt(launch: Launch): Promise<LaunchedServer | undefined> {
  const log = await open(launch.logFile, 'a');
  const logStart = (await stat(launch.logFile)).size;
  const { file, args, options } = launch.user.command(launch.binaries.postgres, [
    '-D',
    launch.clusterDir,
    ...serverSettings(launch.port, launch.durable),
  ]);
  const child = spawn(file, args, {
    ...options,
    // Its own process group: Ctrl-C must reach the launcher alone, which stops the server last.
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', log.fd, log.fd],
    // Messages in English, since some are understood below.
    env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' },
  });
  let exit: ServerExit | undefined;
  // Before anything is awaited: a server that refuses its folder ends at once, and says so once.
  const exited = exitOf(child).then((result) => (exit = result));
  await log.close();

  const isReady = async () => {
    const note = await readPidFile(launch.clusterDir);
    return note !== undefined && note.pid === child.pid && note.ready;
  };
  await waitUntil(async () => exit !== undefined || (await isReady()));
  if (exit === undefined && child.pid !== undefined) {
    return { pid: child.pid, exited, kill: () => child.kill('SIGQUIT') };
  }

  const said = (await readFile(launch.logFile)).subarray(logStart).toString('utf8').trim();
  if (said.includes('pre-existing shared memory block')) return undefined;
  if (/could not (bind|create) .*(address|listen)/i.test(said)) {
    throw portTaken(launch.port, 'WELLPULSE_PG_PORT', 'PostgreSQL');
  }
  throw new EmbeddedError(
    'START_FAILED',
    `PostgreSQL did not start (${describeExit(await exited)}). ${said}`,
  );
}
