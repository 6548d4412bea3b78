/** Where the person at the phone is, while the app is open and they want it. */
import type { Position } from '@wellpulse/domain';
import { useObserved, type PositionState } from '@wellpulse/forms';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { AppState } from 'react-native';
import { PositionTracker } from '../data/position-tracker.ts';
import { positions } from '../native/location/positions';
import { usePreferences } from './preferences.tsx';

const TrackerContext = createContext<PositionTracker | null>(null);

const OFF: PositionState = { kind: 'OFF' };

const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => {
    clearTimeout(timer);
  };
};

/** Measures as long as these screens are open and shown. */
export function PositionProvider({ children }: { readonly children: ReactNode }) {
  const preferences = usePreferences();
  const [tracker] = useState(() => new PositionTracker(positions, after));
  useEffect(() => {
    let isHidden = false;
    const resume = (): void => {
      if (preferences.values.location) void tracker.resume();
    };
    resume();
    const listening = AppState.addEventListener('change', (state) => {
      if (state === 'background') tracker.stop();
      // The question of a platform hides the app for a moment too, and says `inactive`.
      else if (state === 'active' && isHidden) resume();
      if (state !== 'inactive') isHidden = state === 'background';
    });
    return () => {
      listening.remove();
      tracker.stop();
    };
  }, [preferences, tracker]);
  return <TrackerContext value={tracker}>{children}</TrackerContext>;
}

/** Throws outside of a session: nobody is followed on the lock screen. */
export function usePositionTracker(): PositionTracker {
  const tracker = use(TrackerContext);
  if (tracker === null) throw new Error('Nobody is at the phone');
  return tracker;
}

/** How it stands with the position, drawn again with each change that a person would see. */
export function usePosition(): PositionState {
  const tracker = usePositionTracker();
  return useObserved(tracker, () => tracker.state, OFF);
}

/** From where lists of wells are put in order; null where nobody knows. */
export function usePlaceOfOrder(): Position | null {
  const tracker = usePositionTracker();
  return useObserved(tracker, () => tracker.order, null);
}

/** Turns location on and off, as its person wants it. */
export function useLocationSwitch(): { readonly turnOn: () => void; readonly turnOff: () => void } {
  const preferences = usePreferences();
  const tracker = usePositionTracker();
  return {
    turnOn: () => {
      preferences.set({ location: true });
      void tracker.turnOn();
    },
    turnOff: () => {
      preferences.set({ location: false });
      tracker.stop();
    },
  };
}
