/** What SQLCipher is told before anything else is read or written (ADR 108). */
import type { SQLiteDatabase } from 'expo-sqlite';

/** Opens a database by 32 bytes as they are. No passphrase is made of them, which would take half a second. */
export const keyPragma = (key: Uint8Array): string =>
  `PRAGMA key = "x'${Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join('')}'"`;

/** Answers with a row of `cipher_version`, or with none where SQLite was built without SQLCipher. */
export const VERSION_PRAGMA = 'PRAGMA cipher_version';

/**
 * Tells a database that was just opened its key. Throws where the program was built without SQLCipher: then nothing may be written, since
 * it would stand there for all to read.
 */
export async function giveKey(
  database: Pick<SQLiteDatabase, 'execAsync' | 'getFirstAsync'>,
  key: Uint8Array,
): Promise<void> {
  await database.execAsync(keyPragma(key));
  const version = await database.getFirstAsync<{ cipher_version?: string }>(VERSION_PRAGMA);
  if ((version?.cipher_version ?? '') === '') throw new Error('This program was built without SQLCipher');
}
