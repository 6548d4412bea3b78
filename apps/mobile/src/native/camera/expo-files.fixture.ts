/** As much of expo-file-system as pictures use, over Node's files. */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const folder = mkdtempSync(join(tmpdir(), 'wellpulse-phone-pictures-'));

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
}
export class Directory extends Entry {}

export const Paths = { cache: new Directory(pathToFileURL(join(folder, 'cache')).href) };
