import type { DraftStorage } from './draft-storage.ts';

/**
 * Drafts that last as long as the program: for pages that are drawn on a server, and for tests.
 *
 * @example
 * const drafts = new EntryDrafts(memoryDraftStorage(), owner);
 */
export function memoryDraftStorage(): DraftStorage {
  const texts = new Map<string, string>();
  return {
    read: (key) => texts.get(key) ?? null,
    write: async (key, text) => {
      if (text === null) texts.delete(key);
      else texts.set(key, text);
      return true;
    },
    keys: (prefix) => [...texts.keys()].filter((key) => key.startsWith(prefix)),
    onChange: () => () => undefined,
  };
}
