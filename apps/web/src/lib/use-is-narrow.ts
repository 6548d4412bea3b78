import { useSyncExternalStore } from 'react';

/** As wide as the shell's phone layout goes. */
const NARROW = '(max-width: 639px)';

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => {
    query.removeEventListener('change', listener);
  };
}

/** True on a phone, where a table shows first what matters most. False on the server, which can't know. */
export const useIsNarrow = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
