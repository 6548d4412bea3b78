/**
 * Photos as sealed files of the platform. A file is a head of 8 random bytes, then pieces of at most 64 KiB, each sealed by AES-256-GCM. The
 * nonce of a piece holds its number, and whether it is the last: none can be left out, moved or added.
 */
import { PIECE_BYTES } from '../lib/pieces.ts';
import type { Cipher } from '../ports/cipher.ts';
import type { PhotoFile, PhotoFiles } from '../ports/photo-files.ts';

const HEAD_BYTES = 8;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;

/** The files of a platform, which may be any: only those that were saved here are sealed. */
export type OwnPhotoFiles = PhotoFiles & {
  /** Whether a place is one of a file that was saved here. */
  readonly isOurs: (place: string) => boolean;
};

/**
 * Keeps photos sealed in `files`. A place that is none of these files, such as a picture of the camera, is read as it is. Whoever reads a
 * file that was changed, or cut off, gets an error.
 *
 * @example
 * const files = sealedPhotoFiles(platformFiles, { cipher, random });
 */
export function sealedPhotoFiles(
  files: OwnPhotoFiles,
  { cipher, random }: { readonly cipher: Cipher; readonly random: (bytes: number) => Uint8Array },
): PhotoFiles {
  return {
    save: (name, pieces) => files.save(name, sealed(cipher, random(HEAD_BYTES), pieces)),
    open: async (path) => {
      const file = await files.open(path);
      return file !== null && files.isOurs(file.place) ? unsealedFile(cipher, file) : file;
    },
    remove: (path) => files.remove(path),
    removeLeftovers: (known) => files.removeLeftovers(known),
  };
}

function unsealedFile(cipher: Cipher, file: PhotoFile): PhotoFile {
  const content = file.size - HEAD_BYTES;
  const pieces = Math.ceil(content / (PIECE_BYTES + TAG_BYTES));
  return {
    place: file.place,
    size: Math.max(0, content - pieces * TAG_BYTES),
    pieces: () => unsealed(cipher, file),
  };
}

async function* sealed(
  cipher: Cipher,
  head: Uint8Array,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield head;
  let number = 0;
  for await (const { piece, isLast } of inEqualPieces(pieces, PIECE_BYTES)) {
    yield await cipher.seal(nonceOf(head, number, isLast), piece);
    number += 1;
  }
}

async function* unsealed(cipher: Cipher, file: PhotoFile): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = null;
  let number = 0;
  for await (const { piece, isLast } of inEqualPieces(file.pieces(), PIECE_BYTES + TAG_BYTES, HEAD_BYTES)) {
    if (head === null) {
      head = piece;
      continue;
    }
    const plain = await cipher.unseal(nonceOf(head, number, isLast), piece);
    if (plain === null) throw new Error('A photo on this device is not as it was saved');
    yield plain;
    number += 1;
  }
}

/** 12 bytes: the head without its last byte, the number of the piece, and 1 for the last one. */
function nonceOf(head: Uint8Array, number: number, isLast: boolean): Uint8Array {
  const nonce = new Uint8Array(NONCE_BYTES);
  nonce.set(head.subarray(0, 7));
  new DataView(nonce.buffer).setUint32(7, number);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** The same bytes in pieces of `size`, the first of them perhaps of another one. The last may be shorter, and says so. */
async function* inEqualPieces(
  source: AsyncIterable<Uint8Array>,
  size: number,
  first = size,
): AsyncGenerator<{ readonly piece: Uint8Array; readonly isLast: boolean }> {
  let held = new Uint8Array();
  let next = first;
  for await (const bytes of source) {
    const both = new Uint8Array(held.length + bytes.length);
    both.set(held);
    both.set(bytes, held.length);
    held = both;
    // One byte more than a piece: else the last one could not say so.
    while (held.length > next) {
      yield { piece: held.subarray(0, next), isLast: false };
      held = held.subarray(next);
      next = size;
    }
  }
  if (held.length > 0) yield { piece: held, isLast: true };
}
