/** Opens the data of this laptop: its key, its database, its photos, its people. */
import { OfflineClient } from '@wellpulse/offline';
import { nodeBallast, nodeClock, type KeyWrapping } from '@wellpulse/offline/node';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Laptop } from './bridge/laptop.ts';
import { databaseKey } from './keys/database-key.ts';
import type { OsKeyStore } from './keys/os-key-store.ts';
import { laptopPersonKeys } from './keys/person-keys.ts';
import { openTries } from './keys/slow-tries.ts';
import { openCipherSqlite } from './storage/cipher-sqlite.ts';
import { openOffice } from './storage/office.ts';
import { sealedPhotoFiles } from './storage/sealed-photo-files.ts';

/** What the program gives to its data. */
export interface LaptopParts {
  /** For this account alone. */
  readonly folder: string;
  readonly store: OsKeyStore;
  readonly derive: KeyWrapping['derive'];
  readonly fetchWith: typeof fetch;
  readonly appVersion: string;
  readonly language: string;
  /** Called when nobody is at the laptop any more. */
  readonly onLocked: () => void;
}

/**
 * Opens everything, and starts syncing if somebody signed in here before.
 *
 * @example
 * const laptop = await openLaptop({ folder: app.getPath('userData'), store, derive, fetchWith: net.fetch, appVersion, language });
 */
export async function openLaptop(parts: LaptopParts): Promise<Laptop> {
  const { folder, store, derive, fetchWith, appVersion, language, onLocked } = parts;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const key = await databaseKey(join(folder, 'database.key'), store);
  const office = await openOffice(join(folder, 'office.json'), fetchWith);
  const client = await OfflineClient.open({
    driver: openCipherSqlite(join(folder, 'client.db'), key),
    transport: office.transport,
    files: sealedPhotoFiles(join(folder, 'photos'), key),
    clock: nodeClock,
    keys: laptopPersonKeys(join(folder, 'keys.json'), store, derive),
    ballast: nodeBallast(join(folder, 'ballast')),
    appVersion,
  });
  if (office.server !== null) client.sync.start();
  const tries = await openTries(join(folder, 'tries.json'));
  const lock = async (): Promise<void> => {
    if ((await client.sessions.current()) === undefined) return;
    await client.sessions.lock();
    onLocked();
  };
  return { client, office, tries, appVersion, language, now: () => new Date(), lock };
}
