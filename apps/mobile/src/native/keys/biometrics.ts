import {
  authenticateAsync,
  AuthenticationType,
  supportedAuthenticationTypesAsync,
} from 'expo-local-authentication';
import {
  canUseBiometricAuthentication,
  deleteItemAsync,
  getItemAsync,
  setItemAsync,
  WHEN_PASSCODE_SET_THIS_DEVICE_ONLY,
} from 'expo-secure-store';
import { Platform } from 'react-native';
import type { Biometrics } from '../ports.ts';

/** Apart from what is read without a finger: Android has one key for each. */
const WHERE = { keychainService: 'biometrics' };

const guardedBy = (question: string) => ({
  ...WHERE,
  requireAuthentication: true,
  authenticationPrompt: question,
  keychainAccessible: WHEN_PASSCODE_SET_THIS_DEVICE_ONLY,
});

/** The phone's keystore gives these texts to those fingers and faces alone that it knew when they were kept. */
export const biometrics: Biometrics = {
  kind: async () => {
    if (!canUseBiometricAuthentication()) return null;
    const kinds = await supportedAuthenticationTypesAsync();
    const hasFinger = kinds.includes(AuthenticationType.FINGERPRINT);
    const hasFace = kinds.includes(AuthenticationType.FACIAL_RECOGNITION);
    if (hasFinger === hasFace) return 'EITHER';
    return hasFinger ? 'FINGER' : 'FACE';
  },
  keep: async (name, text, question) => {
    try {
      // iOS would go on guarding a text that is there by the fingers of that time.
      await deleteItemAsync(name, WHERE);
      // Android asks before it keeps. iOS does not.
      if (Platform.OS === 'ios') {
        const how = { promptMessage: question, disableDeviceFallback: true, fallbackLabel: '' };
        if (!(await authenticateAsync(how)).success) return false;
      }
      await setItemAsync(name, text, guardedBy(question));
      return true;
    } catch {
      return false;
    }
  },
  open: async (name, question) => {
    try {
      const text = await getItemAsync(name, guardedBy(question));
      return text === null ? { kind: 'GONE' } : { kind: 'OPENED', text };
    } catch {
      return { kind: 'REFUSED' };
    }
  },
  forget: (name) => deleteItemAsync(name, WHERE),
};
