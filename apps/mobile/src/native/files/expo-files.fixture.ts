/** As much of expo-file-system as the app uses, over Node's files. What its two platforms do apart, it does the worse way. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const folder = mkdtempSync(join(tmpdir(), 'wellpulse-phone-files-'));
// Several files of tests share it in one process: none of them may take it from the others.
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});

/** What the disk says of the next piece that is written; null where there is room. */
export const disk: { refuses: string | null } = { refuses: null };

/** How many changes of its files the phone still makes before it goes out. */
export const power = { changesLeft: Infinity };

function change(): void {
  power.changesLeft -= 1;
  if (power.changesLeft < 0) throw new Error('The phone went out');
}

/** What a person chooses next: none of it where they think better of it. */
export const picked: { files: File[]; folder: Directory | null } = { files: [], folder: null };

type Part = string | { readonly uri: string };

class Entry {
  uri: string;

  constructor(parts: readonly Part[], end: '' | '/') {
    const uris = parts.map((part) => (typeof part === 'string' ? part : part.uri).replace(/\/$/, ''));
    this.uri = uris.join('/') + end;
  }
  get path(): string {
    return fileURLToPath(this.uri);
  }
  get name(): string {
    return basename(this.path);
  }
  delete(): void {
    change();
    rmSync(this.path, { recursive: true });
  }
}

export const FileMode = { ReadOnly: 'r', WriteOnly: 'w' };
export const UploadType = { BINARY_CONTENT: 0 };

interface Upload {
  readonly httpMethod: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly onProgress: (data: { readonly bytesSent: number; readonly totalBytes: number }) => void;
}

export class File extends Entry {
  static pickFileAsync = async ({ multipleFiles = false } = {}) =>
    picked.files.length === 0
      ? { canceled: true, result: null }
      : { canceled: false, result: multipleFiles ? picked.files : picked.files[0] };

  constructor(...parts: readonly Part[]) {
    super(parts, '');
  }
  get exists(): boolean {
    return existsSync(this.path) && statSync(this.path).isFile();
  }
  get size(): number {
    return statSync(this.path).size;
  }
  get lastModified(): number {
    return statSync(this.path).mtimeMs;
  }
  create({ overwrite = false } = {}): void {
    change();
    if (this.exists && !overwrite) throw new Error(`File '${this.uri}' already exists`);
    writeFileSync(this.path, '');
  }
  open(mode: string) {
    const file = openSync(this.path, mode === FileMode.ReadOnly ? 'r' : 'r+');
    return {
      readBytes: (length: number): Uint8Array => {
        const bytes = new Uint8Array(length);
        return bytes.subarray(0, readSync(file, bytes));
      },
      writeBytes: (bytes: Uint8Array): void => {
        change();
        if (disk.refuses !== null) throw new Error(disk.refuses);
        writeSync(file, bytes);
      },
      close: (): void => {
        closeSync(file);
      },
    };
  }
  /** Another thread does it. Both platforms remove what stands there first. */
  async move(target: File, { overwrite = false } = {}): Promise<void> {
    await setImmediate();
    if (target.exists) {
      if (!overwrite) throw new Error('Destination already exists');
      target.delete();
    }
    change();
    renameSync(this.path, target.path);
    this.uri = target.uri;
  }
  async upload(url: string, { httpMethod, headers, signal, onProgress }: Upload) {
    const body = readFileSync(this.path);
    const { status } = await fetch(url, { method: httpMethod, headers, body, signal });
    onProgress({ bytesSent: body.length, totalBytes: body.length });
    return { status };
  }
}

export class Directory extends Entry {
  // iOS and Android both refuse where a person goes back.
  static pickDirectoryAsync = async (): Promise<Directory> => {
    if (picked.folder === null) throw new Error('The file picker was cancelled by the user');
    return picked.folder;
  };

  constructor(...parts: readonly Part[]) {
    super(parts, '/');
  }
  get exists(): boolean {
    return existsSync(this.path) && statSync(this.path).isDirectory();
  }
  create({ intermediates = false, idempotent = false } = {}): void {
    if (idempotent && this.exists) return;
    change();
    mkdirSync(this.path, { recursive: intermediates });
  }
  /** Android chooses another name where there is such a file. iOS refuses. */
  createFile(name: string): File {
    const file = new File(this, name);
    file.create();
    return file;
  }
  list(): (File | Directory)[] {
    return readdirSync(this.path, { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? new Directory(this, entry.name) : new File(this, entry.name),
    );
  }
}

/** A folder of this disk, as the app is given one. It is there. */
export function folderAt(path: string): Directory {
  mkdirSync(path, { recursive: true });
  return new Directory(pathToFileURL(path).href);
}

export const Paths = {
  cache: folderAt(join(folder, 'cache')),
  document: folderAt(join(folder, 'documents')),
  availableDiskSpace: 1_000_000_000,
};
