import { fixOf } from '@wellpulse/domain';
import {
  Accuracy,
  getForegroundPermissionsAsync,
  hasServicesEnabledAsync,
  requestForegroundPermissionsAsync,
  watchPositionAsync,
  type LocationPermissionResponse,
} from 'expo-location';
import type { PositionAccess, Positions } from '../ports.ts';

/** Each second, also where the phone lies still: what is newer is often sharper. */
const HOW = {
  accuracy: Accuracy.Highest,
  timeInterval: 1000,
  distanceInterval: 0,
  mayShowUserSettingsDialog: false,
};

const accessOf = ({ granted, canAskAgain }: LocationPermissionResponse): PositionAccess =>
  granted ? 'GRANTED' : canAskAgain ? 'ASKABLE' : 'REFUSED';

/** Where this phone is, while the app is open. */
export const positions: Positions = {
  access: async () => accessOf(await getForegroundPermissionsAsync()),
  ask: async () => {
    const { granted } = await requestForegroundPermissionsAsync();
    return granted ? 'GRANTED' : 'REFUSED';
  },
  watch: (onFix, onTrouble) => {
    let isOver = false;
    let stop = (): void => undefined;
    const tellNoFix = (): void => {
      if (!isOver) onTrouble('NO_FIX');
    };
    const begin = async (): Promise<void> => {
      if (!(await hasServicesEnabledAsync())) {
        if (!isOver) onTrouble('SWITCHED_OFF');
        return;
      }
      const watching = await watchPositionAsync(
        HOW,
        ({ coords, timestamp }) => {
          const fix = fixOf({ ...coords, accuracyMetres: coords.accuracy, at: timestamp });
          if (fix !== null && !isOver) onFix(fix);
        },
        tellNoFix,
      );
      if (isOver) watching.remove();
      else stop = () => watching.remove();
    };
    void begin().catch(tellNoFix);
    return () => {
      isOver = true;
      stop();
    };
  },
};
