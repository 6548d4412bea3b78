/**
 * What a device signs: the event without its signature, canonicalised by RFC 8785. It is made from the event as it was
 * saved and sent; a value that parsing rounds or trims would no longer be what was signed.
 */
import { canonicalJson } from '../../canonical-json.ts';

/** Throws if the event holds what JSON can't carry, such as NaN. */
export function signedText(event: Readonly<Record<string, unknown>>): string {
  const { signature: _, ...signed } = event;
  return canonicalJson(signed);
}
