import type { SignedEvent } from '@wellpulse/contracts';

/** Whose keys count, and how a signature is compared. */
export interface SignatureCheck {
  readonly keysOf: (deviceId: string, userId: string) => readonly Uint8Array[];
  readonly matches: (key: Uint8Array, text: string, signature: string) => boolean;
}

/** Whether a key of the event's author on its device made its signature. `text` is what was signed. */
export const isSignedByAuthor = (
  { deviceId, userId, signature }: SignedEvent,
  text: string,
  { keysOf, matches }: SignatureCheck,
): boolean => keysOf(deviceId, userId).some((key) => matches(key, text, signature));
