/** The app's folders as expo-file-system gives them, over Node's files. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SharedObject } from './expo-base.mjs';

/**
 * @param {import('./hosted-phone.mjs').PhoneState} state
 * @param {(what: string) => void} note
 */
export function files({ folder }, note) {
  const disk = statfsSync(folder);
  class Entry extends SharedObject {
    /** @param {string} uri */
    constructor(uri) {
      super();
      this.uri = uri;
    }
    get path() {
      return fileURLToPath(this.uri);
    }
    get exists() {
      return existsSync(this.path);
    }
    validatePath() {
      if (!this.path.startsWith(folder)) throw new Error(`The app may not go to ${this.uri}`);
    }
    delete() {
      note(`files: delete ${this.#name}`);
      rmSync(this.path, { recursive: true });
    }
    /** @param {Entry} to @param {{ overwrite?: boolean }} [how] */
    async move(to, { overwrite = false } = {}) {
      if (to.exists && !overwrite) throw new Error(`${to.uri} is there already`);
      note(`files: keep ${to.#name}`);
      renameSync(this.path, to.path);
      this.uri = to.uri;
    }
    get #name() {
      return this.path.slice(folder.length + 1);
    }
  }

  class FileSystemFile extends Entry {
    get size() {
      return statSync(this.path).size;
    }
    get lastModified() {
      return statSync(this.path).mtimeMs;
    }
    /** @param {{ overwrite?: boolean }} [how] */
    create({ overwrite = false } = {}) {
      if (this.exists && !overwrite) throw new Error(`${this.uri} is there already`);
      if (!existsSync(dirname(this.path))) throw new Error(`There is no folder for ${this.uri}`);
      writeFileSync(this.path, '');
    }
    /** @param {'r' | 'w'} mode */
    open(mode) {
      return new Handle(openSync(this.path, mode === 'r' ? 'r' : 'w'));
    }
  }

  class FileSystemDirectory extends Entry {
    /** @param {{ intermediates?: boolean, idempotent?: boolean }} [how] */
    create({ intermediates = false, idempotent = false } = {}) {
      if (this.exists && !idempotent) throw new Error(`${this.uri} is there already`);
      mkdirSync(this.path, { recursive: intermediates || idempotent });
    }
    listAsRecords() {
      return readdirSync(this.path, { withFileTypes: true }).map((entry) => ({
        isDirectory: entry.isDirectory(),
        uri: pathToFileURL(join(this.path, entry.name)).href,
      }));
    }
  }

  class Handle extends SharedObject {
    /** @param {number} file */
    constructor(file) {
      super();
      this.file = file;
    }
    /** @param {Uint8Array} bytes */
    writeBytes(bytes) {
      writeSync(this.file, Buffer.from(bytes));
    }
    /** @param {number} length */
    readBytes(length) {
      const bytes = Buffer.alloc(length);
      return new Uint8Array(bytes.subarray(0, readSync(this.file, bytes)));
    }
    close() {
      closeSync(this.file);
    }
  }

  const place = (/** @type {string} */ name) => {
    mkdirSync(join(folder, name), { recursive: true });
    return `${pathToFileURL(join(folder, name)).href}/`;
  };
  return {
    FileSystemFile,
    FileSystemDirectory,
    FileSystemFileHandle: Handle,
    FileSystemUploadTask: class extends SharedObject {},
    FileSystemDownloadTask: class extends SharedObject {},
    FileSystemWatcher: class extends SharedObject {},
    totalDiskSpace: disk.blocks * disk.bsize,
    availableDiskSpace: disk.bavail * disk.bsize,
    documentDirectory: place('documents'),
    cacheDirectory: place('cache'),
    bundleDirectory: place('bundle'),
  };
}
