import { setTimeout as delay } from 'node:timers/promises';
import { isLock, takeLock, type Lock } from './lock.mjs';

/** Another program uses the data folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';

  constructor(path: string, pid: number) {
    super(
      `WellPulse is already running in this folder (${path}, process ${String(pid)}). ` +
        'Stop it first, or set WELLPULSE_DATA_DIR and the ports to run a second one beside it.',
    );
  }
}

const POLL_MS = 100;
/** How long a run may take to notice that npm, which started it, was killed. */
const GRACE_MS = 2_000;

/**
 * Claims a data folder for this process, waiting for a run that is just stopping.
 *
 * @param path real path of the folder
 * @throws FolderInUseError
 */
export async function claimFolder(path: string, say: (line: string) => void): Promise<Lock> {
  const deadline = performance.now() + GRACE_MS;
  let told = false;
  for (;;) {
    const result = await takeLock(path);
    if (isLock(result)) return result;
    if (!result.stopping && performance.now() > deadline) throw new FolderInUseError(path, result.pid);
    if (result.stopping && !told) {
      say('Waiting for the run before to stop');
      told = true;
    }
    await delay(POLL_MS);
  }
}
