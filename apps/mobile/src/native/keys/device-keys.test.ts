/** The key of a phone in its keystore, and that of a browser in its small store. */
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeviceKeys } from '../ports.ts';
import { keptIn } from '../storage/indexed-db.web.ts';
import { cipherOf } from './cipher.ts';
import { deviceKeys } from './device-keys.ts';
import { deviceKeysIn } from './device-keys.web.ts';
import { accessible, newPhone, secureStore } from './keystore.fixture.ts';

vi.mock('expo-crypto', () => import('./expo-crypto.fixture.ts'));
vi.mock('expo-secure-store', async () => (await import('./keystore.fixture.ts')).secureStore);

const NONCE = new Uint8Array(12);
const PLAIN = Uint8Array.of(4, 7, 1, 1);

let databases: IDBFactory;
beforeEach(() => {
  newPhone('android');
  databases = new IDBFactory();
});
const inBrowser = (): DeviceKeys => deviceKeysIn(keptIn(() => databases));

describe.each([
  { name: 'a phone', start: () => deviceKeys },
  { name: 'a browser', start: inBrowser },
])('the keys of $name', ({ start }) => {
  test('are none at first, and none is made by asking', async () => {
    expect([await start().kept(), await start().kept()]).toEqual([null, null]);
  });

  test('are kept once they are made, also over a restart, and open what they sealed', async () => {
    const made = await start().make();
    const sealed = await made.cipher.seal(NONCE, PLAIN);
    const kept = await start().kept();
    expect(await kept?.cipher.unseal(NONCE, sealed)).toEqual(PLAIN);
    expect(kept?.databaseKey).toEqual(made.databaseKey);
  });

  test('are others each time, and the last one is kept', async () => {
    const [first, second] = [await start().make(), await start().make()];
    const sealed = await first.cipher.seal(NONCE, PLAIN);
    expect(await second.cipher.unseal(NONCE, sealed)).toBeNull();
    const kept = await start().kept();
    expect(await kept?.cipher.unseal(NONCE, sealed)).toBeNull();
    expect(await kept?.cipher.unseal(NONCE, await second.cipher.seal(NONCE, PLAIN))).toEqual(PLAIN);
  });
});

test('a phone keeps its key for itself alone, from its first unlocking on, and asks for no finger', async () => {
  await deviceKeys.make();
  expect(accessible()).toEqual([secureStore.AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY]);
});

test('a phone has another key for the database than for what it seals', async () => {
  const { cipher, databaseKey } = await deviceKeys.make();
  expect(databaseKey).toHaveLength(32);
  const other = await cipherOf(databaseKey ?? new Uint8Array(32));
  expect(await other.unseal(NONCE, await cipher.seal(NONCE, PLAIN))).toBeNull();
});

test('no page reads the key of a browser, which has none for its database', async () => {
  expect((await inBrowser().make()).databaseKey).toBeNull();
  const kept = await keptIn(() => databases).read('device-key');
  if (!(kept instanceof CryptoKey)) throw new Error('It is no key');
  expect(kept.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', kept)).rejects.toThrow();
});
