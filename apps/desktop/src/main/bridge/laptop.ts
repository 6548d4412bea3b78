import type { OfflineClient } from '@wellpulse/offline';
import type { SlowTries } from '../keys/slow-tries.ts';
import type { Office } from '../storage/office.ts';

/** The laptop, as methods need it. */
export interface Laptop {
  readonly client: OfflineClient;
  readonly office: Office;
  readonly tries: SlowTries;
  readonly appVersion: string;
  /** BCP 47. */
  readonly language: string;
  readonly now: () => Date;
  /** Closes all keys, and clears the page. */
  readonly lock: () => Promise<void>;
}
