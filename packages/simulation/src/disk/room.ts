/** How much more a disk takes, and the ballast that stands on it. */
import { BALLAST_BYTES, StorageError, type Ballast } from '@wellpulse/offline';

/** What the ballast gives back is room for so many writing statements. */
const BALLAST_STATEMENTS = BALLAST_BYTES / (64 * 1024);
/** A photo of a megabyte. */
const PHOTO_STATEMENTS = 16;

export class Room {
  /** How many more writing statements there is room for; null if there is plenty. */
  #left: number | null = null;
  #hasBallast = true;

  get hasBallast(): boolean {
    return this.#hasBallast;
  }

  /** From now on nothing more can be written, until there is room again. */
  fill(): void {
    this.#left = 0;
  }

  empty(): void {
    this.#left = null;
  }

  /** For one statement or file; throws if there is none. */
  take(): void {
    if (this.#left === null) return;
    if (this.#left === 0) throw new StorageError('FULL', 'database or disk is full');
    this.#left -= 1;
  }

  /** The file of a photo is gone. */
  giveBackPhoto(): void {
    if (this.#left !== null) this.#left += PHOTO_STATEMENTS;
  }

  readonly ballast: Ballast = {
    stands: async () => this.#hasBallast,
    make: async () => {
      this.#hasBallast ||= this.#left === null;
      return this.#hasBallast;
    },
    giveBack: async () => {
      const was = this.#hasBallast;
      if (was && this.#left !== null) this.#left += BALLAST_STATEMENTS;
      this.#hasBallast = false;
      return was;
    },
  };
}
