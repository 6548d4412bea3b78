/** Each name of a photo's blob ends with the hash of its bytes, in hexadecimal. */
const HASH_LENGTH = 64;

/**
 * The hash of a photo's bytes, out of the name of its blob.
 *
 * @example
 * photoHashIn(log.photoUrls[0]);
 */
export const photoHashIn = (blobName: string): string => blobName.slice(-HASH_LENGTH);
