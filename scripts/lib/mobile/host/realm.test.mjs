/** The phone that is none has no more than a phone has: else the bundles' tests would prove nothing. */
import vm from 'node:vm';
import { expect, test } from 'vitest';
import { strictModule } from './expo-base.mjs';
import { reactNative } from './react-native.mjs';
import { Realm } from './realm.mjs';
import { Screen } from './screen.mjs';

const aRealm = () => new Realm(() => undefined);

test.each([
  ...[
    'process',
    'require',
    'Buffer',
    'setImmediate',
    'fetch',
    'crypto',
    'URL',
    'TextDecoder',
    'structuredClone',
  ],
  ...[
    'ReadableStream',
    'CompressionStream',
    'WebAssembly',
    'SharedArrayBuffer',
    'Atomics',
    'navigator',
    'document',
  ],
  ...['localStorage', 'indexedDB', 'Iterator', 'FinalizationRegistry', 'Intl.PluralRules', 'Map.groupBy'],
  ...['Array.fromAsync', 'Promise.withResolvers', "''.isWellFormed", '[].toSorted'],
])('it lacks %s, as Hermes does', (name) => {
  const realm = aRealm();
  expect(realm.run(`typeof ${name}`)).toBe('undefined');
  realm.end();
});

test('it makes no code out of texts', () => {
  const realm = aRealm();
  expect(() => realm.run("new Function('return 1')")).toThrow('Code generation from strings disallowed');
  realm.end();
});

test('what native functions answer and throw is the phone’s own', async () => {
  const realm = aRealm();
  Object.assign(realm.globals, {
    native: realm.native({
      bytes: () => new Uint8Array([1, 2]),
      later: async () => [new Uint8Array([3])],
      fails: async () => {
        throw new Error('No space left');
      },
    }),
  });
  expect(realm.run('native.bytes() instanceof Uint8Array')).toBe(true);
  expect(await realm.run('native.later().then(([bytes]) => bytes instanceof Uint8Array)')).toBe(true);
  const told = realm.run('native.fails().catch((error) => error instanceof Error && error.message)');
  expect(await told).toBe('No space left');
  realm.end();
});

test('a program that was ended does nothing more', async () => {
  const realm = aRealm();
  realm.run('globalThis.times = 0; setInterval(() => { times += 1; }, 1)');
  await expect.poll(() => realm.globals['times']).toBeGreaterThan(0);
  realm.end();
  const before = realm.globals['times'];
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(realm.globals['times']).toBe(before);
});

test('modules, their members and views that nobody knows throw, and are noted', () => {
  /** @type {string[]} */
  const noted = [];
  const unknown = (/** @type {string} */ what) => void noted.push(what);
  const modules = reactNative({
    platform: 'android',
    texts: new Map(),
    later: () => undefined,
    fail: () => undefined,
    unknown,
  });
  expect(() => modules('Bluetooth')).toThrow('No module of this program is called Bluetooth');
  expect(modules('ExpoUpdates')).toBeNull();
  const strict = strictModule('ExpoCrypto', { randomUUID: () => '1' }, unknown);
  expect(/** @type {any} */ (strict).randomUUID()).toBe('1');
  expect(() => /** @type {any} */ (strict).digestStringAsync).toThrow('digestStringAsync');
  const { manager } = new Screen(unknown);
  expect(() => manager.createNode(1, 'RNMaps', 1, {}, null)).toThrow('RNMaps');
  expect(noted).toEqual(['the module Bluetooth', 'ExpoCrypto.digestStringAsync', 'the view RNMaps']);
});

test('a script of the realm is compiled once, and run on many phones', () => {
  const script = new vm.Script('globalThis.started = true');
  for (const realm of [aRealm(), aRealm()]) {
    script.runInContext(realm.globals);
    expect(realm.globals['started']).toBe(true);
    realm.end();
  }
});
