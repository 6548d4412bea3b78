/** The files of photos. Each is here whole or not at all; what a program was writing when it died stays until the next one cleans up. */
import { inPieces, wholeOf, type PhotoFile, type PhotoFiles } from '@wellpulse/offline';
import { carryOut, type DiskFaults } from './disk-faults.ts';
import type { Room } from './room.ts';

const PARTIAL = '.part';

export class MemoryFiles {
  #files: Map<string, Uint8Array>;
  readonly #room: Room;

  constructor(room: Room, copy: ReadonlyMap<string, Uint8Array> = new Map()) {
    this.#room = room;
    this.#files = new Map(copy);
  }

  /** What savings have left that were broken off. */
  get leftovers(): string[] {
    return [...this.#files.keys()].filter((name) => name.endsWith(PARTIAL));
  }

  copy(): ReadonlyMap<string, Uint8Array> {
    return new Map(this.#files);
  }

  /** The way of one program to its photos. There is never another one. */
  open(faults: DiskFaults): PhotoFiles {
    const run = carryOut(faults);
    return {
      save: async (name, pieces) => {
        const partial = `${name}${PARTIAL}`;
        try {
          const bytes = await wholeOf(pieces);
          await run('save a file', () => this.#write(partial, bytes));
          await faults.beforeNaming();
          this.#rename(partial, name);
        } catch (error) {
          this.#files.delete(partial);
          throw error;
        }
        return name;
      },
      open: (path) => run('read a file', () => this.#open(path)),
      remove: (path) => run('remove a file', () => this.#remove(path)),
      // Files that no row names go after a day, which is longer than any world.
      removeLeftovers: async () => {
        for (const name of this.leftovers) this.#files.delete(name);
      },
    };
  }

  #open(place: string): PhotoFile | null {
    const bytes = this.#files.get(place);
    return bytes === undefined ? null : { place, size: bytes.length, pieces: () => this.#pieces(place) };
  }

  async *#pieces(place: string): AsyncGenerator<Uint8Array> {
    const bytes = this.#files.get(place);
    if (bytes === undefined) throw new Error(`There is no ${place}`);
    yield* inPieces(bytes);
  }

  #write(name: string, bytes: Uint8Array): void {
    this.#room.take();
    this.#files.set(name, bytes);
  }

  #remove(path: string): void {
    if (this.#files.delete(path)) this.#room.giveBackPhoto();
  }

  #rename(from: string, to: string): void {
    const bytes = this.#files.get(from);
    if (bytes === undefined) throw new Error(`There is no ${from}`);
    this.#files.delete(from);
    this.#files.set(to, bytes);
  }
}
