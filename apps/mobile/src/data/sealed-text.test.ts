import { keptPersonKeys, type KeyText } from '@wellpulse/offline';
import { describePersonKeys } from '@wellpulse/offline/testing';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { cipherOf, cipherWith, newHiddenKey } from '../native/keys/cipher.web.ts';
import type { Secrets, Texts } from '../native/ports.ts';
import { random } from '../native/keys/random.web.ts';
import { personSealing, sealedText, type Sealer } from './sealed-text.ts';

/** As quick as a test wants it. */
const secrets: Secrets = {
  least: 8,
  derive: async (secret, salt) => createHash('sha256').update(secret).update(salt).digest(),
};
const PASSPHRASE = 'north route';

function textsInMemory(): Texts & { readonly all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    read: async (name) => all.get(name) ?? null,
    write: async (name, text) => {
      all.set(name, text);
    },
  };
}

const texts = textsInMemory();
const sealer: Sealer = { cipher: cipherWith(await newHiddenKey()), cipherOf, random };
let places = 0;

describePersonKeys(
  'a phone',
  (place) => keptPersonKeys(sealedText(texts, place, sealer), personSealing(secrets, sealer)),
  () => `keys-${String((places += 1))}`,
  PASSPHRASE,
);

test('neither the passphrase nor the device’s key opens a person’s key alone', async () => {
  const own = textsInMemory();
  const text = sealedText(own, 'keys', sealer);
  const keys = keptPersonKeys(text, personSealing(secrets, sealer));
  await keys.keep('pat', 'QUFB', PASSPHRASE);
  expect(await text.read()).not.toContain('QUFB');
  expect(await keptPersonKeys(text, personSealing(secrets, sealer)).unlock('pat', 'south route')).toBe(false);

  const elsewhere: KeyText = sealedText(own, 'keys', { ...sealer, cipher: cipherWith(await newHiddenKey()) });
  expect(await elsewhere.read()).toBeNull();
});

test('a passphrase that is too short is refused', async () => {
  const keys = keptPersonKeys(sealedText(textsInMemory(), 'keys', sealer), personSealing(secrets, sealer));
  await expect(keys.keep('pat', 'QUFB', '2580')).rejects.toMatchObject({ code: 'WEAK_SECRET' });
});
