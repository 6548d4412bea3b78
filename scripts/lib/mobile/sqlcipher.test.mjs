/**
 * The SQLCipher that comes with expo-sqlite, compiled here by the flags of its own Gradle file. It is told what the app tells it on a phone:
 * the key, then everything of a first start. Node's SQLite stands for a program that was built without it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DeviceDatabase } from '../../../packages/offline/src/database/device-database.ts';
import { serialise } from '../../../packages/offline/src/index.ts';
import { isDeep } from '../../../packages/testing/src/depth.ts';
import { packageFile, root } from '../paths.mjs';

/**
 * The compiler is kept from following the path: React Native's globals are not those of Node.
 *
 * @param {string} path within the app
 * @returns {Promise<Record<string, any>>}
 */
const load = (path) => import(join(root, 'apps', 'mobile', 'src', 'native', path));
const { keyPragma, VERSION_PRAGMA } = await load('keys/give-key.ts');
const { connectionOn } = await load('storage/expo-connection.ts');
const { expoDatabase } = await load('storage/expo-sqlite.fixture.ts');

const KEY = new Uint8Array(32).fill(7);
const NOT_A_DATABASE = 'error 26';

/** @type {string} */
let folder;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wellpulse-sqlcipher-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('SQLite without SQLCipher takes a key, and says nothing of a version: so the app asks', () => {
  const database = new DatabaseSync(':memory:');
  database.exec(keyPragma(KEY));
  expect(database.prepare(VERSION_PRAGMA).all()).toEqual([]);
  database.close();
});

/** Null where it can be compiled; else what is missing. */
const missing = () => {
  if (!isDeep) return 'this is no deep run';
  if (spawnSync('cc', ['--version']).status !== 0) return 'no C compiler is installed';
  const headers = spawnSync('cc', ['-E', '-x', 'c', '-'], { input: '#include <openssl/evp.h>' });
  return headers.status === 0 ? null : 'the headers of OpenSSL are not installed';
};

/** Its own flags, without those that a setting has to ask for. */
async function flags() {
  const gradle = await readFile(packageFile('expo-sqlite', 'android/build.gradle'), 'utf8');
  const [made = ''] = /def getSQLiteBuildFlags\(\) \{[^]*?\n\}/.exec(gradle) ?? [];
  return made.match(/-D\w+(?:=\w+)?/g) ?? [];
}

/** All statements of a first start that take no values: settings and tables. */
async function firstStart() {
  /** @type {string[]} */
  const said = [];
  const database = expoDatabase(join(folder, 'first.db'));
  const prepare = database.prepareAsync.bind(database);
  Object.assign(database, {
    prepareAsync: async (/** @type {string} */ sql) => {
      const statement = await prepare(sql);
      const run = statement.executeAsync.bind(statement);
      return Object.assign(statement, {
        executeAsync: (/** @type {unknown[]} */ params) => {
          if (params.length === 0) said.push(sql);
          return run(params);
        },
      });
    },
  });
  await DeviceDatabase.open(serialise(connectionOn(database)), '2025-10-20T12:00:00.000Z');
  return said;
}

const why = missing();
if (why !== null && isDeep) console.log(`SQLCipher is not compiled here: ${why}.`);

describe.skipIf(why !== null)('on a phone', () => {
  /** @param {readonly string[]} statements */
  const say = (...statements) =>
    spawnSync(join(folder, 'sqlcipher'), [join(folder, 'phone.db')], {
      input: statements.map((statement) => `${statement}\x1e`).join(''),
      encoding: 'utf8',
    }).stdout;

  beforeAll(async () => {
    const vendored = packageFile('expo-sqlite', 'vendor/sqlcipher');
    const sources = [join(root, 'scripts/lib/mobile/sqlcipher-shell.c'), join(vendored, 'sqlite3.c')];
    const args = ['-O1', '-w', '-D_GNU_SOURCE', '-DNDEBUG', '-include', 'stdint.h', `-I${vendored}`];
    const libraries = ['-lcrypto', '-lm', '-lpthread', '-ldl'];
    const { status, stderr } = spawnSync(
      'cc',
      [...args, ...(await flags()), ...sources, '-o', join(folder, 'sqlcipher'), ...libraries],
      { encoding: 'utf8' },
    );
    expect(status, stderr).toBe(0);
  });

  test('the app opens it by its key, and nothing of it can be read without', async () => {
    const statements = await firstStart();
    expect(statements.length).toBeGreaterThan(20);
    const told = say(
      keyPragma(KEY),
      VERSION_PRAGMA,
      ...statements,
      'CREATE TABLE proof (text TEXT)',
      "INSERT INTO proof VALUES ('Acme #1')",
    );
    expect(told).toMatch(/^(ok\n)?4\.\d+\.\d+ \w+\n/);
    expect(told).not.toContain('error');
    const file = (await readFile(join(folder, 'phone.db'))).toString('latin1');
    expect(file).not.toContain('SQLite format 3');
    expect(file).not.toContain('Acme #1');

    const read = 'SELECT text FROM proof';
    expect(say(keyPragma(KEY), read)).toContain('Acme #1');
    expect(say(keyPragma(new Uint8Array(32).fill(8)), read)).toContain(NOT_A_DATABASE);
    expect(say(read)).toContain(NOT_A_DATABASE);
  });
});
