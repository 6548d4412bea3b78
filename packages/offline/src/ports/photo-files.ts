/** One file, for whoever sends it or shows it: by its place, where the platform can, else piece by piece. */
export interface PhotoFile {
  /** Where the platform finds it, such as `file:///…` on a phone: its own upload and its pictures take that. */
  readonly place: string;
  /** In bytes. */
  readonly size: number;
  /** What it holds, from its beginning at each call. Throws if the file is gone meanwhile. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
}

/** A platform's files, for the bytes of photos until the server has had them for a while. No photo is ever whole in memory (ADR 89). */
export interface PhotoFiles {
  /**
   * Writes a file durably and returns the path to ask for it by. If the pieces end with an error, that is thrown, no file is
   * left, and a former one stays. Throws a `StorageError` if the disk is full.
   */
  save(name: string, pieces: AsyncIterable<Uint8Array>): Promise<string>;
  /** A file that was saved, by its path, or any other of the platform, by its place: a camera's. Null if there is none. */
  open(path: string): Promise<PhotoFile | null>;
  /** Removing what is not there is no error. */
  remove(path: string): Promise<void>;
  /** When the data is opened: removes what savings have left that were broken off. `known` are the paths that are still needed. */
  removeLeftovers(known: ReadonlySet<string>): Promise<void>;
}
