/**
 * PostgreSQL's own note of who runs a cluster, `postmaster.pid`: line 1 is the process id, line 8 the state. After a
 * `kill -9` of the server it is stale; after one of the program that started it, the server still runs as an orphan.
 */
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readIfPresent } from '../files.ts';
import { commandLine, isAlive } from '../processes.ts';
import type { PostgresBinaries } from './binaries.ts';

const STATE_LINE = 7;

/** What `postmaster.pid` says. */
export interface PidFile {
  readonly pid: number;
  /** Whether the server accepts connections. */
  readonly ready: boolean;
}

/** Reads the note, or undefined if there is none or it is still being written. */
export async function readPidFile(clusterDir: string): Promise<PidFile | undefined> {
  const lines = (await readIfPresent(pidFilePath(clusterDir)))?.split('\n') ?? [];
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, ready: lines[STATE_LINE]?.trim() === 'ready' };
}

/**
 * The process id of the server that runs this cluster, or undefined if none does. A process that merely has the id of a
 * server that was killed isn't one. Neither is an ended process that nobody has collected yet.
 */
export async function findServer(
  clusterDir: string,
  binaries: PostgresBinaries,
): Promise<number | undefined> {
  const note = await readPidFile(clusterDir);
  if (note === undefined || !isAlive(note.pid)) return undefined;
  const command = await commandLine(note.pid);
  return command.includes(basename(binaries.postgres)) && command.includes(clusterDir) ? note.pid : undefined;
}

/**
 * Makes a note that names an unrelated living process harmless; PostgreSQL would refuse to start because of it.
 *
 * The note isn't deleted, because PostgreSQL needs it. From the note it learns whether worker processes of a killed server
 * still write to the cluster. It knows that its own parent is no server, so it is given that process id.
 */
export async function disownPidFile(clusterDir: string): Promise<void> {
  const note = await readPidFile(clusterDir);
  if (note === undefined || !isAlive(note.pid)) return;
  const text = (await readIfPresent(pidFilePath(clusterDir))) ?? '';
  await writeFile(pidFilePath(clusterDir), text.replace(/^\d+/, String(process.pid)));
}

function pidFilePath(clusterDir: string): string {
  return join(clusterDir, 'postmaster.pid');
}
