/** A platform's files, for the bytes of photos until the server has had them for a while. */
export interface PhotoFiles {
  /** Writes a file durably and returns the path to ask for it by. Throws a `StorageError` if the disk is full. */
  save(name: string, bytes: Uint8Array): Promise<string>;
  /** Null if the file is gone. */
  read(path: string): Promise<Uint8Array | null>;
  /** The size in bytes; null if the file is gone. */
  size(path: string): Promise<number | null>;
  /** Removing what is not there is no error. */
  remove(path: string): Promise<void>;
  /** When the data is opened: removes what savings have left that were broken off. `known` are the paths that are still needed. */
  removeLeftovers(known: ReadonlySet<string>): Promise<void>;
}
