/** A device signs as the protocol says: the vectors that domain and API read. */
import type { DeviceEvent } from '@wellpulse/contracts';
import { rightsVectors } from '@wellpulse/testing/rights-vectors';
import { expect, test } from 'vitest';
import type { PersonKeys } from '../ports/person-keys.ts';
import { signatureOf, signEvent } from './sign-event.ts';

const { keys, signatures } = rightsVectors;

test.each(signatures.filter(({ becomes }) => becomes !== 'SIGNATURE_INVALID'))(
  'signs as in the vector: $name',
  async ({ signedBy, canonical, event: { signature, ...unsigned } }) => {
    const key = keys[signedBy]?.key ?? '';
    const hand = { sign: async (_: string, text: string) => signatureOf(text, key) };
    // The vectors have members that no device of this version writes.
    const signed = await signEvent(
      unsigned as unknown as Omit<DeviceEvent, 'signature'>,
      hand as unknown as PersonKeys,
    );
    expect(signed.text).toBe(canonical);
    expect(signed.event).toEqual({ ...unsigned, signature });
  },
);
