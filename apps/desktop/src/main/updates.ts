import type { Update } from '../shared/bridge/updates.ts';

/** New versions of the program, as main knows of them. */
export interface Updates {
  /** The version that is downloaded and waits for the end of the program; null for none. */
  ready(): Update;
  /** Ends the program, installs the version that is ready when the data is closed, and starts the program again. */
  restart(): void;
}
