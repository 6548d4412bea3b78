/** As much of expo-file-system as pictures and the ballast use, over Node's files. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const folder = mkdtempSync(join(tmpdir(), 'wellpulse-phone-pictures-'));
// Several files of tests share it in one process: none of them may take it from the others.
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});

class Entry {
  readonly uri: string;

  constructor(...parts: (string | { readonly uri: string })[]) {
    const [first = '', ...rest] = parts.map((part) => (typeof part === 'string' ? part : part.uri));
    this.uri = [first.replace(/\/$/, ''), ...rest].join('/');
  }
  get exists(): boolean {
    return existsSync(fileURLToPath(this.uri));
  }
  delete(): void {
    rmSync(fileURLToPath(this.uri), { recursive: true });
  }
}

/** What the disk says of the next piece that is written; null where there is room. */
export const disk: { refuses: string | null } = { refuses: null };

export const FileMode = { WriteOnly: 'w' };

/** What the next picker gives. */
export const picked: { files: File[] } = { files: [] };

export class File extends Entry {
  static pickFileAsync = async () => ({ canceled: false, result: picked.files });

  get name(): string {
    return basename(fileURLToPath(this.uri));
  }
  get size(): number {
    return statSync(fileURLToPath(this.uri)).size;
  }
  get lastModified(): number {
    return statSync(fileURLToPath(this.uri)).mtimeMs;
  }
  create({ overwrite }: { readonly overwrite: boolean }): void {
    writeFileSync(fileURLToPath(this.uri), '', { flag: overwrite ? 'w' : 'wx' });
  }
  open() {
    const file = openSync(fileURLToPath(this.uri), 'r+');
    return {
      writeBytes: (bytes: Uint8Array): void => {
        if (disk.refuses !== null) throw new Error(disk.refuses);
        writeSync(file, bytes);
      },
      close: (): void => {
        closeSync(file);
      },
    };
  }
  move = async (target: Entry): Promise<void> => {
    renameSync(fileURLToPath(this.uri), fileURLToPath(target.uri));
  };
}
export class Directory extends Entry {
  create(): void {
    mkdirSync(fileURLToPath(this.uri), { recursive: true });
  }
}

export const Paths = {
  cache: new Directory(pathToFileURL(join(folder, 'cache')).href),
  document: new Directory(pathToFileURL(join(folder, 'documents')).href),
  availableDiskSpace: 1_000_000_000,
};
