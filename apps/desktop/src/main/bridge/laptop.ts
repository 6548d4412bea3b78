import type { Office, OfflineClient } from '@wellpulse/offline';
import type { KeyHolder } from '../keys/database-key.ts';
import type { SlowTries } from '../keys/slow-tries.ts';
import type { FileDialogs } from '../storage/file-dialogs.ts';
import type { Updates } from '../updates.ts';

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
  /** Whether the system keeps the database's key. Where it does not, each person's passphrase does. */
  readonly hasKeyStore: boolean;
  /** From now on the person's passphrase opens the data too, where nothing else keeps its key. */
  readonly keepSecret: (person: KeyHolder, secret: string) => Promise<void>;
  readonly forgetSecret: (userId: string) => Promise<void>;
  readonly dialogs: FileDialogs;
  readonly updates: Updates;
  /** Told how far a handover file is. */
  readonly onHandover: (progress: { readonly events: number; readonly photos: number }) => void;
}
