import { concatBytes } from '@noble/hashes/utils.js';

/** No piece of a file is larger, in bytes: so much of a photo is in memory at once. */
export const PIECE_BYTES = 64 * 1024;

/**
 * Bytes that are in memory, as the pieces of a file.
 *
 * @example
 * const path = await files.save('one.jpeg', inPieces(bytes));
 */
export async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

/**
 * All pieces at once, of what is known to be small.
 *
 * @example
 * const bytes = await wholeOf(file.pieces());
 */
export async function wholeOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return concatBytes(...all);
}
