import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether a key made a signature of a text: HMAC-SHA256, compared in constant time (docs/sync-protocol.md, "2. The event"). */
export function verifySignature(key: Uint8Array, text: string, signature: string): boolean {
  const expected = createHmac('sha256', key).update(text, 'utf8').digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}
