import {
  allowScreenCaptureAsync,
  disableAppSwitcherProtectionAsync,
  enableAppSwitcherProtectionAsync,
  preventScreenCaptureAsync,
} from 'expo-screen-capture';
import { Platform } from 'react-native';
import type { HideScreen } from '../ports.ts';

/** All that is left of the app in the list of open ones: nothing can be read in it. */
const FULL_BLUR = 1;
let hiders = 0;

/** Pictures of the screen are black, and the list of open apps shows nothing, until the function returned is called. */
export const hideScreen: HideScreen = () => {
  const key = `hider-${String((hiders += 1))}`;
  const isListApart = Platform.OS === 'ios';
  // Where the system can't, the app works on.
  void preventScreenCaptureAsync(key).catch(nothing);
  if (isListApart) void enableAppSwitcherProtectionAsync(FULL_BLUR).catch(nothing);
  return () => {
    void allowScreenCaptureAsync(key).catch(nothing);
    if (isListApart) void disableAppSwitcherProtectionAsync().catch(nothing);
  };
};

const nothing = (): void => undefined;
