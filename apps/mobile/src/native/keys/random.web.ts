/** Cryptographically secure random bytes. */
export const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
