/** The screens of a person are there for as long as somebody touches them, or types. */
import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react';
import { AppState, StyleSheet, View } from 'react-native';
import { AutoLock } from '../data/lock/auto-lock.ts';
import { onInput } from '../native/input';

const LOOK_EVERY_MS = 10_000;
const CLOCKS = { wall: () => Date.now(), steady: () => performance.now() };

const TouchContext = createContext<() => void>(() => undefined);

/** Tells that somebody types. The phone's own keyboard is no part of the app: its keys are heard by the boxes alone. */
export const useTouched = (): (() => void) => use(TouchContext);

export interface AutoLockProviderProps {
  readonly onLock: () => void;
  readonly children: ReactNode;
}

/** Begins to count where its screens are opened. */
export function AutoLockProvider({ onLock, children }: AutoLockProviderProps) {
  const [autoLock] = useState(() => new AutoLock(onLock, CLOCKS));
  const touched = useCallback(() => {
    autoLock.touched();
  }, [autoLock]);
  useEffect(() => {
    const look = (): void => void autoLock.look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    // While the app is hidden no timer may run.
    const listening = AppState.addEventListener('change', look);
    const endInput = onInput(touched);
    return () => {
      clearInterval(timer);
      listening.remove();
      endInput();
    };
  }, [autoLock, touched]);
  return (
    <TouchContext value={touched}>
      <View style={styles.screens} onTouchStart={touched} onTouchMove={touched}>
        {children}
      </View>
    </TouchContext>
  );
}

const styles = StyleSheet.create({ screens: { flex: 1 } });
