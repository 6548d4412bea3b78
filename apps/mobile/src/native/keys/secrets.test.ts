/** How a person opens their key on a phone and in a browser. */
import { argon2Sync } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { accessible, newPhone, secureStore } from './keystore.fixture.ts';
import { secrets } from './secrets.ts';
import { secrets as secretsOfBrowser } from './secrets.web.ts';

vi.mock('expo-crypto', () => import('./expo-crypto.fixture.ts'));
vi.mock('expo-secure-store', async () => (await import('./keystore.fixture.ts')).secureStore);

const SECRET = 'norte Ñ 4711';
const SALT = Uint8Array.from({ length: 16 }, (_, index) => index);

beforeEach(() => newPhone('android'));

describe.each([
  { name: 'a phone', own: secrets },
  { name: 'a browser', own: secretsOfBrowser },
])('the secrets of $name', ({ own: { derive } }) => {
  test('are 32 bytes, the same each time, and for two who ask first at once', async () => {
    const [first, second] = await Promise.all([derive(SECRET, SALT), derive(SECRET, SALT)]);
    expect(first).toHaveLength(32);
    expect([second, await derive(SECRET, SALT)]).toEqual([first, first]);
  });

  test('are others for another secret, and for another salt', async () => {
    const all = [
      await derive(SECRET, SALT),
      await derive(SECRET.toLowerCase(), SALT),
      await derive(`${SECRET} `, SALT),
      await derive(SECRET, new Uint8Array(SALT).reverse()),
    ];
    expect(new Set(all.map(String)).size).toBe(4);
  });
});

test('a phone asks for a PIN, a browser for a passphrase', () => {
  expect([secrets.least, secretsOfBrowser.least]).toEqual([4, 8]);
});

test('a phone holds half of it in its keystore, for itself alone and from its first unlocking on', async () => {
  const made = await secrets.derive(SECRET, SALT);
  expect(accessible()).toEqual([secureStore.AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY]);
  newPhone('android');
  expect(await secrets.derive(SECRET, SALT)).not.toEqual(made);
});

test('a browser takes its time as it always has: else nobody opens what they sealed', async () => {
  const cost = { memory: 64 * 1024, passes: 3, parallelism: 1, tagLength: 32 };
  const made = argon2Sync('argon2id', { message: SECRET, nonce: SALT, ...cost });
  expect(await secretsOfBrowser.derive(SECRET, SALT)).toEqual(new Uint8Array(made));
});
