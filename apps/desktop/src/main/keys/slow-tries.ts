/** Wrong PINs slow down, also over a restart: four digits are soon tried out. */
import { writeDurably } from '@wellpulse/offline/node';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** So many wrong tries are taken for typing mistakes. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 15 * 60_000;

const triesSchema = z.object({ wrong: z.int().min(0), lastAt: z.number() });
type Tries = z.infer<typeof triesSchema>;

const NONE: Tries = { wrong: 0, lastAt: 0 };

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
  let tries = await readTries(path);

  async function put(next: Tries): Promise<void> {
    tries = next;
    await writeDurably(path, JSON.stringify(next));
  }

  const waitMs = (now: Date): number => {
    const beyond = tries.wrong - FREE_TRIES;
    if (beyond < 0) return 0;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(beyond, 20));
    const passed = now.getTime() - tries.lastAt;
    // A clock that was put back must not lock anybody out for longer than the wait.
    return passed < 0 ? wait : Math.max(0, wait - passed);
  };

  const succeeded = async (): Promise<void> => {
    if (tries.wrong > 0) await put(NONE);
  };

  return {
    waitMs,
    succeeded,
    attempt: async (now, act, { isWrong }) => {
      const wait = waitMs(now);
      if (wait > 0) throw new TooManyTriesError(wait);
      try {
        const result = await act();
        await succeeded();
        return result;
      } catch (error) {
        if (isWrong(error)) await put({ wrong: tries.wrong + 1, lastAt: now.getTime() });
        throw error;
      }
    },
  };
}

async function readTries(path: string): Promise<Tries> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return NONE;
  try {
    return triesSchema.parse(JSON.parse(text));
  } catch {
    return NONE;
  }
}
