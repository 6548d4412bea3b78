/** What every store of signing keys must do. Each platform's tests call this with a way to open one. */
import { describe, expect, test } from 'vitest';
import { signatureOf } from '../events/sign-event.ts';
import type { PersonKeys } from '../ports/person-keys.ts';

/** Base64 of 32 equal letters. */
const keyOf = (letters: string): string => letters.repeat(10) + letters.slice(0, 2) + 'E=';
const [FIRST, SECOND, OTHER] = [keyOf('QUFB'), keyOf('QkJC'), keyOf('Q0ND')] as const;

/** `open` opens the same store for the same `place`, as a program does that starts again. `secret` is given where it needs one. */
export function describePersonKeys(
  name: string,
  open: (place: string) => PersonKeys,
  newPlace: () => string,
  secret?: string,
): void {
  describe(`${name} as a store of signing keys`, () => {
    const signing = async (keys: PersonKeys): Promise<string> => (await keys.sign('pat', 'text')) ?? '';

    test('a new key is open, and signs for its own person alone', async () => {
      const keys = open(newPlace());
      expect(await keys.keep('pat', FIRST, secret)).toBe(true);
      expect(await keys.sign('pat', 'text')).toBe(signatureOf('text', FIRST));
      expect(await keys.sign('fran', 'text')).toBeNull();
      await keys.keep('fran', OTHER, secret);
      expect(await keys.sign('fran', 'text')).toBe(signatureOf('text', OTHER));
      expect(await keys.sign('pat', 'text')).toBe(signatureOf('text', FIRST));
    });

    test('a store that was opened again is closed until its person unlocks it', async () => {
      const place = newPlace();
      await open(place).keep('pat', FIRST, secret);
      const keys = open(place);
      await keys.lock();
      expect(await keys.sign('pat', 'text')).toBeNull();
      expect(await keys.unlock('fran', secret)).toBe(false);
      expect(await keys.unlock('pat', secret)).toBe(true);
      expect(await keys.sign('pat', 'text')).toBe(signatureOf('text', FIRST));
    });

    test('locking closes the keys of all', async () => {
      const keys = open(newPlace());
      await keys.keep('pat', FIRST, secret);
      await keys.keep('fran', OTHER, secret);
      const signature = await signing(keys);
      await keys.lock();
      expect([await keys.sign('pat', 'text'), await keys.sign('fran', 'text')]).toEqual([null, null]);
      expect(await keys.madeSignature('pat', 'text', signature)).toBe(false);
    });

    test('a new key signs, and former ones still tell what they signed, also when opened again', async () => {
      const place = newPlace();
      const keys = open(place);
      await keys.keep('pat', FIRST, secret);
      const former = await signing(keys);
      await keys.keep('pat', SECOND, secret);
      expect(await keys.sign('pat', 'text')).toBe(signatureOf('text', SECOND));
      const again = open(place);
      await again.unlock('pat', secret);
      expect(await again.madeSignature('pat', 'text', former)).toBe(true);
      expect(await again.madeSignature('pat', 'other text', former)).toBe(false);
      expect(await again.madeSignature('fran', 'text', former)).toBe(false);
    });

    test('ended keys neither sign nor open, until a new one comes: then they tell again what they signed', async () => {
      const place = newPlace();
      const keys = open(place);
      await keys.keep('pat', FIRST, secret);
      const former = await signing(keys);
      await keys.end();
      for (const store of [keys, open(place)]) {
        expect(await store.unlock('pat', secret)).toBe(false);
        expect(await store.sign('pat', 'text')).toBeNull();
      }
      await keys.keep('pat', SECOND, secret);
      expect(await keys.sign('pat', 'text')).toBe(signatureOf('text', SECOND));
      expect(await keys.madeSignature('pat', 'text', former)).toBe(true);
    });

    test('keys that come at the same moment are all kept', async () => {
      const place = newPlace();
      const keys = open(place);
      await Promise.all([keys.keep('pat', FIRST, secret), keys.keep('fran', OTHER, secret)]);
      const again = open(place);
      expect([await again.unlock('pat', secret), await again.unlock('fran', secret)]).toEqual([true, true]);
    });

    test('keys stay ended, though another one comes while they are being ended', async () => {
      const place = newPlace();
      const keys = open(place);
      await keys.keep('pat', FIRST, secret);
      await Promise.all([keys.keep('fran', OTHER, secret), keys.end()]);
      expect(await open(place).unlock('pat', secret)).toBe(false);
    });

    test('an emptied store holds nobody, also when opened again', async () => {
      const place = newPlace();
      const keys = open(place);
      await keys.keep('pat', FIRST, secret);
      await keys.clear();
      for (const store of [keys, open(place)]) {
        expect(await store.unlock('pat', secret)).toBe(false);
        expect(await store.sign('pat', 'text')).toBeNull();
      }
    });
  });
}
