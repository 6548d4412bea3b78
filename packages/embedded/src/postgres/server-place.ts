import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { postgresBinaries, type PostgresBinaries } from './binaries.ts';
import { serverUser, type ServerUser } from './server-user.ts';

/** Where a server keeps its data, its programs, and as whom it runs. */
export interface ServerPlace {
  /** Real absolute path of the folder around the cluster. */
  readonly dataDir: string;
  /** The cluster (PostgreSQL's word for a server's data folder), which may not exist yet. */
  readonly clusterDir: string;
  readonly binaries: PostgresBinaries;
  readonly user: ServerUser;
}

/**
 * Looks up all about the server of an existing folder.
 *
 * @throws EmbeddedError `UNSUPPORTED_PLATFORM`, `NO_SERVER_USER`
 */
export async function serverPlace(folder: string): Promise<ServerPlace> {
  const dataDir = await realpath(folder);
  const clusterDir = join(dataDir, 'cluster');
  const binaries = postgresBinaries();
  const user = await serverUser(clusterDir, [dataDir, dirname(binaries.postgres)]);
  return { dataDir, clusterDir, binaries, user };
}
