/** Wrong PINs slow down, also over a restart: four digits are soon tried out. */
import { SlowTries as CountedTries } from '@wellpulse/offline';
import { writeDurably } from '@wellpulse/offline/node';
import { readFile } from 'node:fs/promises';

/** Thrown by a try that comes too early. Nothing was tried. */
export class TooManyTriesError extends Error {
  override readonly name = 'TooManyTriesError';
  /** Milliseconds until the next try. */
  readonly waitMs: number;

  constructor(waitMs: number) {
    super('Too many wrong tries');
    this.waitMs = waitMs;
  }
}

/** Counts wrong tries in a file. */
export interface SlowTries {
  /** Milliseconds until the next try; 0 for now. */
  waitMs(now: Date): number;
  /** Runs a try, and counts it if it was wrong. Throws a `TooManyTriesError` if it comes too early. */
  attempt<Result>(
    now: Date,
    act: () => Promise<Result>,
    judge: { readonly isWrong: (error: unknown) => boolean },
  ): Promise<Result>;
  /** A right try, of this kind or another one. */
  succeeded(): Promise<void>;
}

/**
 * The tries of the file at `path`.
 *
 * @example
 * const tries = await openTries(join(folder, 'tries.json'));
 */
export async function openTries(path: string): Promise<SlowTries> {
  let at = 0;
  const text = {
    read: () => readFile(path, 'utf8').catch(() => null),
    write: (tries: string) => writeDurably(path, tries),
  };
  const tries = await CountedTries.open(text, () => at);

  const waitMs = (now: Date): number => {
    at = now.getTime();
    return tries.waitMs;
  };

  return {
    waitMs,
    succeeded: () => tries.told({ isWrong: false }),
    attempt: async (now, act, { isWrong }) => {
      const wait = waitMs(now);
      if (wait > 0) throw new TooManyTriesError(wait);
      try {
        const result = await act();
        await tries.told({ isWrong: false });
        return result;
      } catch (error) {
        at = now.getTime();
        if (isWrong(error)) await tries.told({ isWrong: true });
        throw error;
      }
    },
  };
}
