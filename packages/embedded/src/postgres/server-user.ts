/**
 * PostgreSQL refuses to run as root. As an ordinary user it runs as that user; as root it runs as the owner of the existing
 * data folder. If there is no such owner, it runs as the system user `postgres`, which is made if need be.
 *
 * That user often can't reach the data folder or the programs. A parent folder such as /root is closed to others. We do not
 * loosen the permissions of folders that aren't ours. Instead the server keeps the one capability that it needs to walk
 * through them.
 */
import { execFileSync, spawnSync, type SpawnOptions } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { EmbeddedError } from '../errors.ts';
import { isErrorWithCode } from '../files.ts';

const USER = 'postgres';

/** A system user and group. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** What to spawn to run a program as the server's user. */
export interface ServerCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly options: Pick<SpawnOptions, 'uid' | 'gid'>;
}

/** As whom the server runs. */
export interface ServerUser {
  /** Who must own the server's files; undefined when that is the current user anyway. */
  readonly owner: Owner | undefined;
  command(file: string, args: readonly string[]): ServerCommand;
}

/**
 * @param clusterDir the server's data folder, which may not exist yet
 * @param mustEnter folders that the server's user has to be able to enter
 * @throws EmbeddedError `NO_SERVER_USER` if running as root and no usable user can be had
 */
export async function serverUser(clusterDir: string, mustEnter: readonly string[]): Promise<ServerUser> {
  if (process.getuid?.() !== 0) {
    return { owner: undefined, command: (file, args) => ({ file, args, options: {} }) };
  }
  const owner = (await ownerOf(clusterDir)) ?? systemUser();
  const plain = (file: string, args: readonly string[]): ServerCommand => ({ file, args, options: owner });
  const capable = (file: string, args: readonly string[]): ServerCommand => throughSetpriv(owner, file, args);
  for (const command of [plain, capable]) {
    if (mustEnter.every((folder) => canEnter(command('test', ['-x', folder])))) {
      return { owner, command };
    }
  }
  throw new EmbeddedError(
    'NO_SERVER_USER',
    `PostgreSQL refuses to run as root, and the user that it runs as may not enter ${mustEnter.join(' or ')}. ` +
      'Run as an ordinary user, or move the project to a folder that others may enter.',
  );
}

async function ownerOf(folder: string): Promise<Owner | undefined> {
  try {
    const { uid, gid } = await stat(folder);
    return uid === 0 ? undefined : { uid, gid };
  } catch (error) {
    if (isErrorWithCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function systemUser(): Owner {
  try {
    if (spawnSync('id', ['-u', USER]).status !== 0) {
      execFileSync('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', USER], {
        stdio: 'pipe',
      });
    }
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch (cause) {
    throw new EmbeddedError(
      'NO_SERVER_USER',
      `PostgreSQL refuses to run as root, and a system user "${USER}" could not be made. ` +
        'Run as an ordinary user, or add that user.',
      { cause },
    );
  }
}

function idOf(flag: '-u' | '-g'): number {
  return Number.parseInt(execFileSync('id', [flag, USER], { encoding: 'utf8' }), 10);
}

function canEnter({ file, args, options }: ServerCommand): boolean {
  return spawnSync(file, args, { ...options, cwd: '/' }).status === 0;
}

function throughSetpriv({ uid, gid }: Owner, file: string, args: readonly string[]): ServerCommand {
  const identity = [`--reuid=${String(uid)}`, `--regid=${String(gid)}`, '--clear-groups'];
  // Without the fixup bit, access(2) would answer as if the capability weren't there, and initdb asks it.
  const capability = [
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  return { file: 'setpriv', args: [...identity, ...capability, file, ...args], options: {} };
}
