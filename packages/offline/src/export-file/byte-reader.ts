import { concatBytes } from '@noble/ciphers/utils.js';

/** Takes as many bytes as are wanted from a stream that gives them in pieces of any size. Holds one piece beyond them. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array, unknown>;
  #rest: Uint8Array = new Uint8Array();

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next `length` bytes; fewer only at the end of the stream. */
  async take(length: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    let missing = length;
    while (missing > 0) {
      if (this.#rest.length === 0 && !(await this.#fill())) break;
      const piece = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(piece.length);
      missing -= piece.length;
      pieces.push(piece);
    }
    return concatBytes(...pieces);
  }

  /** Lets the stream go, such as the file behind it. */
  async end(): Promise<void> {
    await this.#source.return?.();
  }

  async #fill(): Promise<boolean> {
    const result = await this.#source.next();
    if (result.done === true) return false;
    this.#rest = result.value;
    return true;
  }
}
