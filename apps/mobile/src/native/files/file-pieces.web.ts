import { PIECE_BYTES } from '@wellpulse/offline';

/** The bytes of a file from the beginning, so many at a time that a phone's memory holds them. */
export async function* filePieces(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    yield new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer());
  }
}
