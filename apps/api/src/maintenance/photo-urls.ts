const HASH_LENGTH = 64;

/** Each name of a photo ends with the hash of its content. */
export const hashIn = (name: string): string => name.slice(-HASH_LENGTH);
