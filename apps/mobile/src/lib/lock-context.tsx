import { createContext, use } from 'react';

/** Closes the keys of the person at the phone, and shows the lock screen. */
export const LockContext = createContext<() => void>(() => undefined);

export const useLock = (): (() => void) => use(LockContext);
