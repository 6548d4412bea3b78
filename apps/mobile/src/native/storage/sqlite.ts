import { openDatabaseAsync } from 'expo-sqlite';
import { serialise, type SqliteDriver } from '@wellpulse/offline';
import { giveKey } from '../keys/give-key.ts';
import { connectionOn } from './expo-connection.ts';

/** The encrypted database of this phone. Throws where the program was built without SQLCipher. */
export async function openSqlite(key: Uint8Array | null): Promise<SqliteDriver> {
  if (key === null) throw new Error('The database of a phone needs a key');
  const database = await openDatabaseAsync('wellpulse.db');
  await giveKey(database, key);
  return serialise(connectionOn(database));
}
