import { fixOf } from '@wellpulse/domain';
import type { PositionAccess, Positions } from '../ports.ts';

const ACCESS: Readonly<Record<PermissionState, PositionAccess>> = {
  granted: 'GRANTED',
  prompt: 'ASKABLE',
  denied: 'REFUSED',
};
/** Of `GeolocationPositionError`. */
const PERMISSION_DENIED = 1;

async function access(): Promise<PositionAccess> {
  // A page that did not come by https has none.
  if (!('geolocation' in navigator)) return 'REFUSED';
  try {
    return ACCESS[(await navigator.permissions.query({ name: 'geolocation' })).state];
  } catch {
    // A browser that does not tell asks its person each time.
    return 'ASKABLE';
  }
}

/** Where this browser's device is, while the app is open. The browser asks its person as soon as somebody watches. */
export const positions: Positions = {
  access,
  ask: async () => ((await access()) === 'REFUSED' ? 'REFUSED' : 'GRANTED'),
  watch: (onFix, onTrouble) => {
    let isOver = false;
    const watching = navigator.geolocation.watchPosition(
      ({ coords, timestamp }) => {
        const { latitude, longitude, accuracy } = coords;
        const fix = fixOf({ latitude, longitude, accuracyMetres: accuracy, at: timestamp });
        if (fix !== null && !isOver) onFix(fix);
      },
      ({ code }) => {
        if (!isOver) onTrouble(code === PERMISSION_DENIED ? 'REFUSED' : 'NO_FIX');
      },
      { enableHighAccuracy: true },
    );
    return () => {
      isOver = true;
      navigator.geolocation.clearWatch(watching);
    };
  },
};
