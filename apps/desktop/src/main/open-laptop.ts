/** Opens the data of this laptop: its database, its photos, its people. */
import { OfflineClient, repairingDriver, type Office } from '@wellpulse/offline';
import { nodeBallast, nodeClock, type DeriveKey } from '@wellpulse/offline/node';
import { join } from 'node:path';
import type { FileDialogs } from './storage/file-dialogs.ts';
import type { Laptop } from './bridge/laptop.ts';
import type { OsKeyStore } from './keys/os-key-store.ts';
import { laptopPersonKeys } from './keys/person-keys.ts';
import { cipherDatabaseFile } from './storage/cipher-database-file.ts';
import { laptopPhotoFiles } from './storage/laptop-photo-files.ts';

/** What the program gives to its data. */
export interface LaptopParts {
  /** For this account alone. */
  readonly folder: string;
  /** Null where the system has no safe one: then passphrases wrap all keys. */
  readonly store: OsKeyStore | null;
  readonly derive: DeriveKey;
  readonly fetchWith: typeof fetch;
  readonly appVersion: string;
  readonly language: string;
  readonly dialogs: FileDialogs;
  readonly onHandover: Laptop['onHandover'];
  /** Called when nobody is at the laptop any more. */
  readonly onLocked: () => void;
}

/** The names of the files of a folder's data, all of which are put aside together. */
export const DATA_FILES = [
  'client.db',
  'client.db-wal',
  'client.db-shm',
  'database.key',
  'database-keys.json',
  'keys.json',
  'photos',
] as const;

/**
 * Opens the data under its key, and makes it anew where part of it can't be read. Throws as `OfflineClient.open` does.
 *
 * @example
 * const client = await openData(parts, office, key);
 */
export async function openData(
  { folder, store, derive, appVersion }: LaptopParts,
  { transport }: Office,
  key: Uint8Array,
): Promise<OfflineClient> {
  return OfflineClient.open({
    driver: await repairingDriver(cipherDatabaseFile(join(folder, 'client.db'), key), nodeClock),
    transport,
    files: laptopPhotoFiles(join(folder, 'photos'), key),
    clock: nodeClock,
    keys: laptopPersonKeys(join(folder, 'keys.json'), store, derive),
    ballast: nodeBallast(join(folder, 'ballast')),
    appVersion,
  });
}
