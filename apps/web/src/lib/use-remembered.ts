import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * A choice of this person that this browser remembers, such as how a page opens; null for none. It is no draft: where there is no room
 * for it, it is forgotten.
 */
export function useRemembered(name: string): [string | null, (choice: string) => void] {
  const key = `wellpulse.choice.${name}`;
  const choice = useSyncExternalStore(
    subscribe,
    () => window.localStorage.getItem(key),
    () => null,
  );
  const remember = (chosen: string) => {
    try {
      window.localStorage.setItem(key, chosen);
    } catch {
      // Without room the page opens as it does for everybody.
    }
    for (const listener of listeners) listener();
  };
  return [choice, remember];
}
