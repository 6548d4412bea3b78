import { describeDraftStorage } from '@wellpulse/forms/testing';
import { expect, test } from 'vitest';
import { browserDraftStorage } from './browser-draft-storage.ts';

/** A `localStorage` that a test can fill up. */
class TextStorage {
  readonly #items = new Map<string, string>();
  isFull = false;

  get length(): number {
    return this.#items.size;
  }
  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.#items.set(key, value);
  }
  removeItem(key: string): void {
    this.#items.delete(key);
  }
}

describeDraftStorage('a browser', async () => {
  const storage = new TextStorage();
  return {
    open: async () => browserDraftStorage(storage, new EventTarget()),
    fillUp: async () => {
      storage.isFull = true;
      return true;
    },
  };
});

test('tells of what another tab changed, until nobody looks any more', () => {
  const tabs = new EventTarget();
  let told = 0;
  const stop = browserDraftStorage(new TextStorage(), tabs).onChange(() => (told += 1));
  tabs.dispatchEvent(new Event('storage'));
  stop();
  tabs.dispatchEvent(new Event('storage'));
  expect(told).toBe(1);
});
