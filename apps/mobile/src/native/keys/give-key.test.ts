import type { SQLiteDatabase } from 'expo-sqlite';
import { expect, test } from 'vitest';
import { giveKey } from './give-key.ts';

const KEY = Uint8Array.from({ length: 32 }, (_, at) => at * 8);
const HEX = '0008101820283038404850586068707880889098a0a8b0b8c0c8d0d8e0e8f0f8';

/** A database that notes what it is told. */
function aDatabase(version: object | null) {
  const said: string[] = [];
  const database = {
    execAsync: async (sql: string) => void said.push(sql),
    getFirstAsync: async (sql: string) => {
      said.push(sql);
      return version;
    },
  } as Pick<SQLiteDatabase, 'execAsync' | 'getFirstAsync'>;
  return { said, database };
}

test('the key comes first, as it is, and then the question who takes it', async () => {
  const { said, database } = aDatabase({ cipher_version: '4.7.0 community' });
  await giveKey(database, KEY);
  expect(said).toEqual([`PRAGMA key = "x'${HEX}'"`, 'PRAGMA cipher_version']);
});

test.each([null, {}, { cipher_version: '' }])(
  'a database that encrypts nothing (%o) is refused',
  async (version) => {
    await expect(giveKey(aDatabase(version).database, KEY)).rejects.toThrow('built without SQLCipher');
  },
);
