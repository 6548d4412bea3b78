import { isStorageProblem } from './storage-error.ts';

/**
 * Room on the disk that is kept for the moment in which there is none: with it the data opens, the entry on the screen is saved and
 * everything can be exported. A platform gives it as a file of `BALLAST_BYTES` beside the database, filled with what can't be
 * compressed.
 */
export const BALLAST_BYTES = 8 * 1024 * 1024;

/** The ballast of a platform: `BALLAST_BYTES` that are given back when the disk is full. */
export interface Ballast {
  /** Whether it is there. */
  stands(): Promise<boolean>;
  /** Makes it if it isn't there and the disk has as much room again beside it. Whether it stands then. */
  make(): Promise<boolean>;
  /** Gives its room back. Whether there was any. */
  giveBack(): Promise<boolean>;
}

/** For data that stands on no disk of its own. */
export const NO_BALLAST: Ballast = {
  stands: async () => true,
  make: async () => true,
  giveBack: async () => false,
};

/** The file of a ballast, as a platform keeps it beside the database. */
export interface BallastFile {
  /** In bytes; 0 for none. */
  size(): Promise<number>;
  /** Puts these bytes in its place, durably. Throws a `StorageError` of `FULL` where there is no room. */
  write(pieces: AsyncIterable<Uint8Array>): Promise<unknown>;
  /** Does nothing where there is none. */
  remove(): Promise<void>;
  /** What the disk has left, in bytes. */
  freeBytes(): Promise<number>;
}

const PIECE_BYTES = 64 * 1024;

/** What no disk compresses, by Marsaglia's xorshift: platforms give few random bytes at once. */
async function* pieces(): AsyncGenerator<Uint8Array> {
  let state = 1;
  for (let written = 0; written < BALLAST_BYTES; written += PIECE_BYTES) {
    const words = Uint32Array.from({ length: PIECE_BYTES / 4 }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state >>> 0;
    });
    yield new Uint8Array(words.buffer);
  }
}

/**
 * A ballast as a file of a platform.
 *
 * @example
 * const ballast = ballastIn(file);
 */
export function ballastIn(file: BallastFile): Ballast {
  const stands = async (): Promise<boolean> => (await file.size()) === BALLAST_BYTES;
  return {
    stands,
    make: async () => {
      if (await stands()) return true;
      if ((await file.freeBytes()) < 2 * BALLAST_BYTES) return false;
      try {
        await file.write(pieces());
        return true;
      } catch (error) {
        if (isStorageProblem(error, 'FULL')) return false;
        throw error;
      }
    },
    giveBack: async () => {
      const was = await stands();
      await file.remove();
      return was;
    },
  };
}
