import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { DeviceEvent } from '@wellpulse/contracts';
import { signedText } from '@wellpulse/domain';
import { fromBase64 } from '../lib/base64.ts';

/** An event that is signed, and its text: what is kept and sent from now on. */
export interface SignedEvent {
  readonly event: DeviceEvent;
  readonly text: string;
}

/**
 * Signs an event with the device's key (sync protocol, section 2). The event is made from its own canonical text, so that
 * what is kept is what was signed, value by value: `-0` becomes 0, what is undefined is left out.
 */
export function signEvent(unsigned: Omit<DeviceEvent, 'signature'>, signingKey: string): SignedEvent {
  const canonical = signedText(unsigned);
  const signature = bytesToHex(hmac(sha256, fromBase64(signingKey), utf8ToBytes(canonical)));
  const event = { ...(JSON.parse(canonical) as Omit<DeviceEvent, 'signature'>), signature };
  return { event, text: JSON.stringify(event) };
}
