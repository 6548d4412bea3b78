import { stat } from 'node:fs/promises';
import { isErrorWithCode } from '../files.ts';
import { serverPlace } from './server-place.ts';
import { stopCluster } from './stop-cluster.ts';

/**
 * Stops the server that a killed program left running on this data folder, if there is one. Then its port is free.
 *
 * @throws EmbeddedError `STOP_FAILED`, `UNSUPPORTED_PLATFORM`, `NO_SERVER_USER`
 *
 * @example
 * await stopLeftoverPostgres(join(dataDir, 'postgres'));
 */
export async function stopLeftoverPostgres(dataDir: string): Promise<void> {
  try {
    await stat(dataDir);
  } catch (error) {
    if (isErrorWithCode(error, 'ENOENT')) return;
    throw error;
  }
  await stopCluster(await serverPlace(dataDir));
}
