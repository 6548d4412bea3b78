import { deleteDatabaseAsync, openDatabaseAsync } from 'expo-sqlite';
import { serialise, type SqliteDriver } from '@wellpulse/offline';
import { giveKey } from '../keys/give-key.ts';
import { connectionOn } from './expo-connection.ts';

const NAME = 'wellpulse.db';

/** The encrypted database of this phone, empty under a new key. Throws where the program was built without SQLCipher. */
export async function openSqlite(key: Uint8Array | null, isNewKey: boolean): Promise<SqliteDriver> {
  if (key === null) throw new Error('The database of a phone needs a key');
  // It throws where there is none. One that stays does not open, and that is said.
  if (isNewKey) await deleteDatabaseAsync(NAME).catch(() => undefined);
  const database = await openDatabaseAsync(NAME);
  await giveKey(database, key);
  return serialise(connectionOn(database));
}
