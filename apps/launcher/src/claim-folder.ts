import { setTimeout as delay } from 'node:timers/promises';
import { isLock, takeLock, type Lock } from './lock.ts';

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

/**
 * Claims a data folder for this process, waiting for one that is just stopping.
 *
 * @param path real path of the folder
 * @throws FolderInUseError
 */
export async function claimFolder(path: string, say: (line: string) => void): Promise<Lock> {
  let told = false;
  for (;;) {
    const result = await takeLock(path);
    if (isLock(result)) return result;
    if (!result.stopping) throw new FolderInUseError(path, result.pid);
    if (!told) say('Waiting for the run before to stop');
    told = true;
    await delay(POLL_MS);
  }
}
