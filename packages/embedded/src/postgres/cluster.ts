/**
 * A cluster (PostgreSQL's word for a server's data folder) either exists complete or not at all: it is made in a
 * staging folder beside its final place and renamed there as the last step. What a killed attempt left behind is
 * removed; a folder at the final place is never deleted.
 *
 * The superuser's random password is kept inside the cluster, so that the two can't be separated.
 */
import { randomBytes } from 'node:crypto';
import { chown, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedError } from '../errors.ts';
import { isErrorWithCode } from '../files.ts';
import type { ServerPlace } from './server-place.ts';

const STAGING_PREFIX = 'cluster.new-';
const PASSWORD_FILE = 'wellpulse-password';

/** The superuser's name. */
export const SUPERUSER = 'postgres';

/** The superuser's password of a complete cluster. */
export async function readPassword(clusterDir: string): Promise<string> {
  return (await readFile(join(clusterDir, PASSWORD_FILE), 'utf8')).trim();
}

/**
 * Makes the cluster if it doesn't exist, in UTF-8, sorted by code point.
 *
 * @param durable false skips flushing the new files to disk
 * @throws EmbeddedError `INIT_FAILED` with what `initdb` said
 */
export async function ensureCluster(place: ServerPlace, durable: boolean): Promise<void> {
  const { dataDir, clusterDir, user } = place;
  await removeLeftovers(dataDir);
  if (await exists(clusterDir)) return;

  const staging = await mkdtemp(join(dataDir, STAGING_PREFIX));
  const data = join(staging, 'data');
  const passwordFile = join(staging, 'password');
  await mkdir(data, { mode: 0o700 });
  await writeFile(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (user.owner !== undefined) {
    for (const path of [staging, data, passwordFile]) await chown(path, user.owner.uid, user.owner.gid);
  }
  await initdb(place, data, passwordFile, durable);
  await rename(passwordFile, join(data, PASSWORD_FILE));
  await rename(data, clusterDir);
  await rm(staging, { recursive: true });
}

async function initdb(
  { binaries, user }: ServerPlace,
  data: string,
  passwordFile: string,
  durable: boolean,
): Promise<void> {
  const { file, args, options } = user.command(binaries.initdb, [
    `--pgdata=${data}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // Sorts like C, but knows the upper and lower case of all letters, so that searches ignore case everywhere.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ]);
  try {
    await promisify(execFile)(file, args, options);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new EmbeddedError('INIT_FAILED', `The PostgreSQL data folder could not be made. ${detail}`, {
      cause,
    });
  }
}

async function removeLeftovers(dataDir: string): Promise<void> {
  const names = await readdir(dataDir);
  for (const name of names.filter((name) => name.startsWith(STAGING_PREFIX))) {
    // An orphaned initdb may still be adding files.
    await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isErrorWithCode(error, 'ENOENT')) return false;
    throw error;
  }
}
