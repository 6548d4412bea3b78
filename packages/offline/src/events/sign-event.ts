import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { DeviceEvent } from '@wellpulse/contracts';
import { signedText } from '@wellpulse/domain';
import { fromBase64 } from '../lib/base64.ts';
import { OfflineError } from '../offline-error.ts';
import type { PersonKeys } from '../ports/person-keys.ts';

/** An event that is signed, and the text that was. */
export interface SignedEvent {
  readonly event: DeviceEvent;
  readonly text: string;
}

/**
 * Signs an event with its author's key (docs/sync-protocol.md, "2. The event"). The event is made from its own canonical
 * text. So what is kept is what was signed, value by value: `-0` becomes 0, what is undefined is left out. Throws `LOCKED`.
 */
export async function signEvent(
  unsigned: Omit<DeviceEvent, 'signature'>,
  keys: PersonKeys,
): Promise<SignedEvent> {
  const text = signedText(unsigned);
  const event = JSON.parse(text) as Omit<DeviceEvent, 'signature'>;
  const signature = await keys.sign(event.userId, text);
  if (signature === null) throw new OfflineError({ code: 'LOCKED' });
  return { event: { ...event, signature }, text };
}

/** Lower-case hex of HMAC-SHA-256 with a key in base64. */
export const signatureOf = (text: string, signingKey: string): string =>
  bytesToHex(hmac(sha256, fromBase64(signingKey), utf8ToBytes(text)));
