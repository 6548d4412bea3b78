import type { DraftStorage } from '@wellpulse/forms';

/** What of `localStorage` is used. */
type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Keeps drafts in this browser. `tabs` tells of what other tabs change: the window. */
export function browserDraftStorage(
  storage: TextStorage,
  tabs: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
): DraftStorage {
  return {
    read: (key) => storage.getItem(key),
    write: async (key, text) => {
      try {
        if (text === null) storage.removeItem(key);
        else storage.setItem(key, text);
        return true;
      } catch {
        return false;
      }
    },
    keys: (prefix) =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index)).flatMap((key) =>
        key?.startsWith(prefix) === true ? [key] : [],
      ),
    onChange: (listener) => {
      tabs.addEventListener('storage', listener);
      return () => {
        tabs.removeEventListener('storage', listener);
      };
    },
  };
}
