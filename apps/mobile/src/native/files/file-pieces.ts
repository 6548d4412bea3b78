import { PIECE_BYTES } from '@wellpulse/offline';
import { FileMode, type File } from 'expo-file-system';

/** The bytes of a file from the beginning, so many at a time that a phone's memory holds them. */
export async function* filePieces(file: File): AsyncGenerator<Uint8Array> {
  const handle = file.open(FileMode.ReadOnly);
  try {
    for (let left = file.size; left > 0; left -= PIECE_BYTES) {
      yield handle.readBytes(Math.min(left, PIECE_BYTES));
    }
  } finally {
    handle.close();
  }
}
