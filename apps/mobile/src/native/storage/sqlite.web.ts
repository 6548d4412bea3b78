import { openDatabaseAsync } from 'expo-sqlite';
import { serialise, type SqliteDriver } from '@wellpulse/offline';
import { isFull } from '../room/is-full.web.ts';
import { connectionOn } from './expo-connection.ts';

/** The database of this browser, in its private file system. It has no key: whatever must be secret is sealed within it. */
export const openSqlite = async (): Promise<SqliteDriver> =>
  serialise(
    connectionOn(await openDatabaseAsync('wellpulse.db'), () =>
      isFull(() => navigator.storage.getDirectory()),
    ),
  );
