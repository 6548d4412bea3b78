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
