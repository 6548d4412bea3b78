const BETWEEN_TRIES_MS = 20;
/** A page that went away holds its files for some tenths of a second. */
const MOST_MS = 5000;
/** What browsers say of a file that another page or worker holds open: Chromium and Firefox, then Safari. */
const HELD = ['NoModificationAllowedError', 'InvalidStateError'];

/** As much as is needed of a file that a worker can open for SQLite. The types of pages do not know it. */
export interface WorkerFile {
  readonly kind: 'file';
  readonly createSyncAccessHandle: () => Promise<{ readonly close: () => void }>;
}
/** What a folder has. */
export type FolderEntry = WorkerFile | { readonly kind: 'directory' };

/**
 * Waits until nobody holds a file of the folder open: a page that went away may hold its own for a moment longer than its lock. Ends in
 * any case after five seconds. Every other error is left to the one that opens the files. It can run in a worker alone.
 */
export async function whenFree(files: () => AsyncIterable<FolderEntry>): Promise<void> {
  const end = performance.now() + MOST_MS;
  try {
    for await (const file of files()) {
      if (file.kind === 'file')
        while ((await isHeld(file)) && performance.now() < end)
          await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
    }
  } catch {
    // There is no folder yet, or it can't be read.
  }
}

async function isHeld(file: WorkerFile): Promise<boolean> {
  try {
    (await file.createSyncAccessHandle()).close();
    return false;
  } catch (error) {
    if (error instanceof Error && HELD.includes(error.name)) return true;
    throw error;
  }
}
