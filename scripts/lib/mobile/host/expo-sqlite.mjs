/** SQLCipher as expo-sqlite gives it, over Node's SQLite. Like SQLCipher it opens nothing without its key, and that key alone. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SharedObject } from './expo-base.mjs';

const KEY = /^PRAGMA key = "(x'[0-9a-f]{64}')"$/;
const VERSION = 'PRAGMA cipher_version';

/**
 * @param {import('./hosted-phone.mjs').PhoneState} state
 * @param {(what: string) => void} note
 */
export function sqlite({ folder, keysOfFiles, hasSqlCipher }, note) {
  const directory = join(folder, 'databases');

  class NativeDatabase extends SharedObject {
    #isOpen = false;

    /** @param {string} path */
    constructor(path) {
      super();
      this.databasePath = path;
      this.database = new DatabaseSync(path);
      note('database: opened');
    }
    async initAsync() {
      return undefined;
    }
    /** @param {string} sql */
    async execAsync(sql) {
      const key = KEY.exec(sql)?.[1];
      note(`database: ${key === undefined ? sql : 'the key'}`);
      if (key === undefined) this.allow().exec(sql);
      else this.#giveKey(key);
    }
    /** @param {NativeStatement} statement @param {string} sql */
    async prepareAsync(statement, sql) {
      note(`database: ${sql}`);
      statement.prepared = sql === VERSION ? versionOf(hasSqlCipher) : this.allow().prepare(sql);
    }
    async closeAsync() {
      this.database.close();
    }
    async isInTransactionAsync() {
      return this.database.isTransaction;
    }
    /** Throws as SQLCipher does, where the key is missing or another one. */
    allow() {
      if (hasSqlCipher && !this.#isOpen) throw new Error('file is not a database');
      return this.database;
    }
    /** @param {string} key */
    #giveKey(key) {
      const known = keysOfFiles.get(this.databasePath);
      keysOfFiles.set(this.databasePath, known ?? key);
      this.#isOpen = known === undefined || known === key;
    }
  }

  class NativeStatement extends SharedObject {
    /** @type {any} */
    prepared = null;
    /** @type {any[][]} */
    #rows = [];

    /** @param {NativeDatabase} native @param {Record<string, any>} params @param {Record<string, any>} blobs @param {boolean} isList */
    async runAsync(native, params, blobs, isList) {
      if (!isList) throw new Error('The app names no parameters');
      const given = Object.entries({ ...params, ...blobs })
        .sort(([one], [other]) => Number(one) - Number(other))
        .map(([, value]) =>
          ArrayBuffer.isView(value) ? Buffer.from(/** @type {Uint8Array} */ (value)) : value,
        );
      const names = namesOf(this.prepared);
      if (names.length === 0) {
        const { changes, lastInsertRowid } = this.prepared.run(...given);
        return { lastInsertRowId: Number(lastInsertRowid), changes: Number(changes), firstRowValues: [] };
      }
      const before = changesOf(native.database);
      const rows = this.prepared.all(...given);
      this.#rows = rows.map((/** @type {any} */ row) => names.map((name) => row[name]));
      const changes = changesOf(native.database) - before;
      return { lastInsertRowId: 0, changes, firstRowValues: this.#rows.shift() ?? [] };
    }
    async stepAsync() {
      return this.#rows.shift() ?? null;
    }
    async getAllAsync() {
      return this.#rows.splice(0);
    }
    async resetAsync() {
      this.#rows = [];
    }
    async getColumnNamesAsync() {
      return namesOf(this.prepared);
    }
    async finalizeAsync() {
      this.prepared = null;
    }
  }

  return {
    defaultDatabaseDirectory: directory,
    bundledExtensions: {},
    ensureDatabasePathExistsAsync: async () => void mkdirSync(directory, { recursive: true }),
    deleteDatabaseAsync: async (/** @type {string} */ path) => {
      if (!existsSync(path)) throw new Error('Database not found');
      note('database: deleted');
      keysOfFiles.delete(path);
      rmSync(path);
    },
    NativeDatabase,
    NativeStatement,
    NativeSession: class extends SharedObject {},
  };
}

/** The answer of SQLCipher; SQLite has none. @param {boolean} hasSqlCipher */
const versionOf = (hasSqlCipher) => ({
  columns: () => [{ name: 'cipher_version' }],
  all: () => (hasSqlCipher ? [{ cipher_version: '4.7.0 community' }] : []),
});

/** @param {any} prepared @returns {string[]} */
const namesOf = (prepared) => prepared.columns().map((/** @type {{ name: string }} */ { name }) => name);

/** @param {DatabaseSync} database */
const changesOf = (database) =>
  Number(database.prepare('SELECT total_changes() AS changes').get()?.['changes']);
