import type { OfflineClient } from '@wellpulse/offline';
import { useEffect } from 'react';
import { AppState } from 'react-native';
import { followShown } from '../../data/background/follow-shown.ts';

/** Tells the client whether somebody may be looking at the app. */
export function useShown(client: OfflineClient): void {
  useEffect(() => {
    const follow = followShown(client, Date.now);
    follow(true);
    const listening = AppState.addEventListener('change', (state) => {
      follow(state === 'active');
    });
    return () => {
      listening.remove();
    };
  }, [client]);
}
