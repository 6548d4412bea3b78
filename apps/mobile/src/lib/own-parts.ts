/** What a phone gives. */
import { Platform } from 'react-native';
import { version } from '../../package.json';
import type { PhoneParts } from '../data/phone.ts';
import { phoneTransport } from '../data/phone-transport.ts';
import { cipherOf } from '../native/cipher.ts';
import { openDeviceKey } from '../native/device-key.ts';
import { photoFiles } from '../native/photo-files.ts';
import { random } from '../native/random.ts';
import { secrets } from '../native/secrets.ts';
import { openSqlite } from '../native/sqlite.ts';
import { texts } from '../native/texts.ts';

export const ownParts: PhoneParts = {
  openSqlite,
  openDeviceKey,
  cipherOf,
  random,
  texts,
  secrets,
  photoFiles,
  transportTo: phoneTransport,
  platform: Platform.OS === 'ios' ? 'IOS' : 'ANDROID',
  appVersion: version,
};
