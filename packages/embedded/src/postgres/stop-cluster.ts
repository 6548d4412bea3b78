import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { EmbeddedError } from '../errors.ts';
import { findServer } from './pid-file.ts';
import type { ServerPlace } from './server-place.ts';

const TIMEOUT_SECONDS = 30;

/**
 * Stops the server that runs a cluster, if one does: sessions are ended and everything is written out. If that takes too
 * long, the server is ended at once. This loses nothing committed, and the next start only has to replay the log.
 *
 * @throws EmbeddedError `STOP_FAILED` if it runs even then
 */
export async function stopCluster({ clusterDir, binaries, user }: ServerPlace): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    if ((await findServer(clusterDir, binaries)) === undefined) return;
    const { file, args, options } = user.command(binaries.pgCtl, [
      'stop',
      `--pgdata=${clusterDir}`,
      `--mode=${mode}`,
      `--timeout=${String(TIMEOUT_SECONDS)}`,
      '--silent',
    ]);
    // pg_ctl fails when the server ended by itself meanwhile, which is as good; the loop asks whether it did.
    await promisify(execFile)(file, args, options).catch(() => undefined);
  }
  const pid = await findServer(clusterDir, binaries);
  if (pid === undefined) return;
  throw new EmbeddedError('STOP_FAILED', `PostgreSQL (process ${String(pid)}) does not stop.`);
}
