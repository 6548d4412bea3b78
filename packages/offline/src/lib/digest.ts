import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** By what a photo is known. */
interface PhotoDigest {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Counts and hashes the bytes of a photo while they go by. */
export class Digest {
  readonly #hash = sha256.create();
  #size = 0;

  add(piece: Uint8Array): void {
    this.#hash.update(piece);
    this.#size += piece.length;
  }

  /** The same pieces, once they are counted. */
  async *of(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of pieces) {
      this.add(piece);
      yield piece;
    }
  }

  /** Of all that went by. */
  get result(): PhotoDigest {
    return { sha256: bytesToHex(this.#hash.clone().digest()), sizeBytes: this.#size };
  }

  /** Whether this is what went by, and all of it. */
  isOf({ sha256: hash, sizeBytes }: PhotoDigest): boolean {
    return this.#size === sizeBytes && this.result.sha256 === hash;
  }
}

/** Whether the pieces are those of the photo that was taken. */
export async function areOf(pieces: AsyncIterable<Uint8Array>, photo: PhotoDigest): Promise<boolean> {
  const digest = new Digest();
  for await (const piece of pieces) digest.add(piece);
  return digest.isOf(photo);
}
