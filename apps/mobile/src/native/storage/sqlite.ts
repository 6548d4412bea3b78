import { openDatabaseAsync } from 'expo-sqlite';
import { serialise, type SqliteDriver } from '@wellpulse/offline';
import { connectionOn } from './expo-connection.ts';

/**
 * The encrypted database of this phone. Throws where the program was built without SQLCipher: then nothing may be written, since it would
 * stand there for all to read.
 */
export async function openSqlite(key: Uint8Array | null): Promise<SqliteDriver> {
  if (key === null) throw new Error('The database of a phone needs a key');
  const database = await openDatabaseAsync('wellpulse.db');
  const hex = Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join('');
  // Before anything else is read or written.
  await database.execAsync(`PRAGMA key = "x'${hex}'"`);
  const version = await database.getFirstAsync<{ cipher_version?: string }>('PRAGMA cipher_version');
  if ((version?.cipher_version ?? '') === '') throw new Error('This program was built without SQLCipher');
  return serialise(connectionOn(database));
}
