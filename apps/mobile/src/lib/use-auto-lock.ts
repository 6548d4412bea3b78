import { useCallback, useEffect, useRef } from 'react';
import { AppState } from 'react-native';

const LOCK_AFTER_MS = 15 * 60_000;
const LOOK_EVERY_MS = 10_000;

/** Locks after a quarter of an hour in which nobody touched the phone. Answers with what tells of a touch. */
export function useAutoLock(lock: () => void): () => void {
  const touchedAt = useRef(0);
  const touched = useCallback(() => {
    touchedAt.current = Date.now();
  }, []);
  useEffect(() => {
    touched();
    const look = (): void => {
      if (Date.now() - touchedAt.current >= LOCK_AFTER_MS) lock();
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    // While the app is hidden no timer may run.
    const listening = AppState.addEventListener('change', look);
    return () => {
      clearInterval(timer);
      listening.remove();
    };
  }, [lock, touched]);
  return touched;
}
