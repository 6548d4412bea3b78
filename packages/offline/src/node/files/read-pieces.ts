import { open } from 'node:fs/promises';
import { PIECE_BYTES } from '../../lib/pieces.ts';

/**
 * A file's bytes from its beginning, in pieces of at most 64 KiB. Throws if the file can't be read.
 *
 * @example
 * await client.importFile(() => readPieces('truck-9.wellpulse'), passphrase);
 */
export async function* readPieces(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await open(path, 'r');
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(PIECE_BYTES));
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
