/** Keeps drafts in the database of a device. */
import type { OfflineClient } from '@wellpulse/offline';
import type { DraftStorage } from '../drafts/draft-storage.ts';

/** Drafts of a device. */
export interface DeviceDraftStorage extends DraftStorage {
  /** Resolves when all that was written so far is on the disk, as far as there is room. */
  settled(): Promise<void>;
}

/**
 * Reads all drafts once: forms ask for them while they draw. Each change goes to the disk at once, one after the other.
 *
 * @example
 * const storage = await deviceDraftStorage(client.drafts);
 */
export async function deviceDraftStorage(
  drafts: Pick<OfflineClient['drafts'], 'all' | 'save' | 'clear'>,
): Promise<DeviceDraftStorage> {
  const texts = new Map<string, string>();
  for (const [key, content] of await drafts.all()) {
    if (typeof content === 'string') texts.set(key, content);
  }
  let last: Promise<unknown> = Promise.resolve();

  async function write(key: string, text: string | null): Promise<boolean> {
    const former = texts.get(key) ?? null;
    put(key, text);
    const writing = last.then(() => (text === null ? drafts.clear(key) : drafts.save(key, text)));
    last = writing.catch(() => undefined);
    try {
      await writing;
      return true;
    } catch {
      if (read(key) === text) put(key, former);
      return false;
    }
  }

  function put(key: string, text: string | null): void {
    if (text === null) texts.delete(key);
    else texts.set(key, text);
  }

  const read = (key: string): string | null => texts.get(key) ?? null;

  return {
    read,
    write,
    keys: (prefix) => [...texts.keys()].filter((key) => key.startsWith(prefix)),
    // One program has the device's data.
    onChange: () => () => undefined,
    settled: async () => {
      await last;
    },
  };
}
