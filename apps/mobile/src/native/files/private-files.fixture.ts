/** As much of a browser's private files as the app uses, over Node's files. */
import { existsSync, mkdirSync, openAsBlob, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is written stands beside a file until it is closed. A page does not see it. */
const BESIDE = '.crswap';

const noRoom = (): DOMException => new DOMException('No room', 'QuotaExceededError');
const notFound = (): DOMException => new DOMException('There is none', 'NotFoundError');

/** `isFull` says whether what is asked next finds no room: a new file, a place to write to, or a piece. */
export function privateFolder(path: string, isFull: () => boolean = () => false): FileSystemDirectoryHandle {
  const getFileHandle = async (name: string, { create = false } = {}) => {
    const file = join(path, name);
    if (name.includes('/')) throw new TypeError('Name is not allowed');
    if (!existsSync(file)) {
      if (!create) throw notFound();
      if (isFull()) throw noRoom();
      writeFileSync(file, '');
    }
    return {
      getFile: () => openAsBlob(file),
      createWritable: async () => {
        if (isFull()) throw noRoom();
        const beside = file + BESIDE;
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
    getDirectoryHandle: async (name: string, { create = false } = {}) => {
      const inner = join(path, name);
      if (!existsSync(inner) && !create) throw notFound();
      mkdirSync(inner, { recursive: true });
      return privateFolder(inner, isFull);
    },
    removeEntry: async (name: string) => {
      if (!existsSync(join(path, name))) throw notFound();
      rmSync(join(path, name));
    },
    async *keys() {
      for (const name of readdirSync(path)) if (!name.endsWith(BESIDE)) yield name;
    },
  };
  // Nothing else of it is used.
  return folder as unknown as FileSystemDirectoryHandle;
}
