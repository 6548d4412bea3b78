import AsyncStorage from '@react-native-async-storage/async-storage';
import type { Texts } from '../ports.ts';

/** What people chose on this device. It is no secret, and stands on the disk as it is. */
export const choices: Texts = {
  read: (name) => AsyncStorage.getItem(`wellpulse.${name}`),
  write: (name, text) => AsyncStorage.setItem(`wellpulse.${name}`, text),
};
