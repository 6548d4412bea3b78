/**
 * Photos as sealed files of a folder. A file is a head of 8 random bytes, then pieces of at most 64 KiB, each sealed by AES-256-GCM. The
 * nonce of a piece holds its number, and whether it is the last: none can be left out, moved or added.
 */
import { PIECE_BYTES, type PhotoFile, type PhotoFiles } from '@wellpulse/offline';
import { nodePhotoFiles, readPieces } from '@wellpulse/offline/node';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { relative, resolve } from 'node:path';

const HEAD_BYTES = 8;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/**
 * Keeps photos under a key that is made of the database's. What lies outside of the folder, such as a picture that a person chose, is
 * read as it is.
 *
 * @example
 * const files = sealedPhotoFiles('./truck-7/photos', databaseKey);
 */
export function sealedPhotoFiles(folder: string, databaseKey: Uint8Array): PhotoFiles {
  const key = new Uint8Array(hkdfSync('sha256', databaseKey, new Uint8Array(), 'wellpulse photos', 32));
  const files = nodePhotoFiles(folder);
  return {
    ...files,
    save: (name, pieces) => files.save(name, sealed(key, pieces)),
    open: async (path) => {
      const file = await files.open(path);
      const isOurs = file !== null && !relative(resolve(folder), file.place).startsWith('..');
      return isOurs ? unsealedFile(key, file) : file;
    },
  };
}

function unsealedFile(key: Uint8Array, file: PhotoFile): PhotoFile {
  const content = file.size - HEAD_BYTES;
  const pieces = Math.ceil(content / (PIECE_BYTES + TAG_BYTES));
  return {
    place: file.place,
    size: Math.max(0, content - pieces * TAG_BYTES),
    pieces: () => unsealed(key, file),
  };
}

async function* sealed(key: Uint8Array, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const head = randomBytes(HEAD_BYTES);
  yield head;
  let number = 0;
  for await (const { piece, isLast } of inEqualPieces(pieces, PIECE_BYTES)) {
    const cipher = createCipheriv(CIPHER, key, nonceOf(head, number, isLast));
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

async function* unsealed(key: Uint8Array, file: PhotoFile): AsyncGenerator<Uint8Array> {
  const source = readPieces(file.place);
  const { head, rest } = await headOf(source);
  let number = 0;
  for await (const { piece, isLast } of inEqualPieces(rest, PIECE_BYTES + TAG_BYTES)) {
    const end = piece.length - TAG_BYTES;
    const cipher = createDecipheriv(CIPHER, key, nonceOf(head, number, isLast));
    cipher.setAuthTag(piece.subarray(end));
    yield Buffer.concat([cipher.update(piece.subarray(0, end)), cipher.final()]);
    number += 1;
  }
}

/** 12 bytes: the head without its last byte, the number of the piece, and 1 for the last one. */
function nonceOf(head: Uint8Array, number: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.set(head.subarray(0, 7));
  nonce.writeUInt32BE(number, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

async function headOf(source: AsyncIterable<Uint8Array>) {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  const bytes = first.done === true ? new Uint8Array() : first.value;
  async function* rest(): AsyncGenerator<Uint8Array> {
    yield bytes.subarray(HEAD_BYTES);
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head: bytes.subarray(0, HEAD_BYTES), rest: rest() };
}

/** The same bytes in pieces of `size`, the last of which may be shorter, and says so. */
async function* inEqualPieces(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly piece: Uint8Array; readonly isLast: boolean }> {
  let held = Buffer.alloc(0);
  for await (const bytes of source) {
    held = Buffer.concat([held, bytes]);
    // One byte more than a piece: else the last one could not say so.
    while (held.length > size) {
      yield { piece: held.subarray(0, size), isLast: false };
      held = held.subarray(size);
    }
  }
  if (held.length > 0) yield { piece: held, isLast: true };
}
