import { openDatabaseAsync } from 'expo-sqlite';
import { serialise, type SqliteDriver } from '@wellpulse/offline';
import { isFull } from '../room/is-full.web.ts';
import { connectionOn } from './expo-connection.ts';
import { filesFree } from '../tabs/files-free.web.ts';

/** The database of this browser, in its private file system. It has no key: whatever must be secret is sealed within it. */
export async function openSqlite(): Promise<SqliteDriver> {
  // A worker of SQLite that met a held file opens none any more.
  await filesFree();
  const database = await openDatabaseAsync('wellpulse.db');
  // A browser's files have no memory that several connections share. SQLite writes ahead without it where nobody else may come (ADR 121).
  await database.execAsync('PRAGMA locking_mode = EXCLUSIVE');
  return serialise(connectionOn(database, () => isFull(() => navigator.storage.getDirectory())));
}
