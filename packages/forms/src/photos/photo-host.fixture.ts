/** A platform that stores photos when a test says so. */
import { vi } from 'vitest';
import type { PhotoHost } from './photo-queue.ts';
import { NOTHING_SHOWN } from './chosen-photo.ts';

/** What a test knows of a stored photo. */
export interface StoredInTest {
  readonly photoId: string;
  readonly blobName: string;
}

/** A file is no picture if its name ends with `.svg`, and can't be read if it ends with `.gone`. */
export interface TestFile {
  readonly name: string;
}

interface Upload {
  readonly settle: () => void;
  readonly fail: (message: string) => void;
  isCancelled: boolean;
}

/** A host, and what is on its way there, by the name of the file. */
export function testHost() {
  const uploads = new Map<string, Upload>();
  const released: string[] = [];
  let made = 0;
  const host: PhotoHost<TestFile, TestFile, StoredInTest> = {
    prepare: async (file) => {
      if (file.name.endsWith('.gone')) throw new Error('The file is gone');
      return file.name.endsWith('.svg')
        ? { ok: false, message: 'No picture' }
        : {
            ok: true,
            photo: file,
            shown: { ...NOTHING_SHOWN, previewUrl: `preview:${file.name}`, sizeBytes: 5 },
          };
    },
    store: ({ name }, onProgress) => {
      onProgress(0.5);
      const upload: { isCancelled: boolean } = { isCancelled: false };
      const done = new Promise<StoredInTest>((resolve, reject) => {
        uploads.set(
          name,
          Object.assign(upload, {
            settle: () => {
              resolve({ photoId: name, blobName: `acme/${name}` });
            },
            fail: (message: string) => {
              reject(new Error(message));
            },
          }),
        );
      });
      return {
        done,
        cancel: () => {
          upload.isCancelled = true;
        },
      };
    },
    release: (previewUrl) => {
      released.push(previewUrl);
    },
    explain: (error) => ({ message: String(error), mayRetry: true }),
    unreadable: 'Unreadable',
    makeId: () => `id-${(made += 1)}`,
  };
  return { host, uploads, released };
}

export const file = (name: string): TestFile => ({ name });

const SOON_MS = 10_000;
/** What saving comes to; throws if it waits on, as it does when the form no longer hears of its photos. */
export const soon = <T>(saving: Promise<T>): Promise<T> => vi.waitFor(() => saving, SOON_MS);
