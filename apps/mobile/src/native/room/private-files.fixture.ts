/** As much of a browser's private files as the ballast uses, over Node's files. */
import { existsSync, openAsBlob, renameSync, rmSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';

const noRoom = (): DOMException => new DOMException('No room', 'QuotaExceededError');

/** `isFull` says whether what is asked next finds no room: a new file, a place to write to, or a piece. */
export function privateFolder(path: string, isFull: () => boolean = () => false): FileSystemDirectoryHandle {
  const getFileHandle = async (name: string, { create = false } = {}) => {
    const file = join(path, name);
    if (!existsSync(file)) {
      if (!create) throw new DOMException('There is none', 'NotFoundError');
      if (isFull()) throw noRoom();
      writeFileSync(file, '');
    }
    return {
      getFile: () => openAsBlob(file),
      // What is written stands beside the file until it is closed.
      createWritable: async () => {
        if (isFull()) throw noRoom();
        const beside = `${file}.crswap`;
        writeFileSync(beside, '');
        return {
          write: async (bytes: Uint8Array) => {
            if (isFull()) throw noRoom();
            await appendFile(beside, bytes);
          },
          close: async () => {
            renameSync(beside, file);
          },
          abort: async () => {
            rmSync(beside);
          },
        };
      },
    };
  };
  const folder = {
    getFileHandle,
    removeEntry: async (name: string) => {
      if (!existsSync(join(path, name))) throw new DOMException('There is none', 'NotFoundError');
      rmSync(join(path, name));
    },
  };
  // Nothing else of it is used.
  return folder as unknown as FileSystemDirectoryHandle;
}
