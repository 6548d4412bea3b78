/** What a phone gives. */
import { Platform } from 'react-native';
import { version } from '../../package.json';
import type { PhoneParts } from '../data/phone.ts';
import { phoneTransport } from '../data/phone-transport.ts';
import { biometrics } from '../native/keys/biometrics.ts';
import { cipherOf } from '../native/keys/cipher.ts';
import { deviceKeys } from '../native/keys/device-keys.ts';
import { ballast } from '../native/room/ballast.ts';
import { pictures } from '../native/camera/pictures.ts';
import { photoFiles } from '../native/storage/photo-files.ts';
import { random } from '../native/keys/random.ts';
import { secrets } from '../native/keys/secrets.ts';
import { sendFile } from '../native/storage/send-file.ts';
import { openSqlite } from '../native/storage/sqlite.ts';
import { texts } from '../native/storage/texts.ts';

export const ownParts: PhoneParts = {
  openSqlite,
  deviceKeys,
  cipherOf,
  random,
  texts,
  secrets,
  biometrics,
  photoFiles,
  ballast,
  pictures,
  transportTo: phoneTransport(sendFile),
  platform: Platform.OS === 'ios' ? 'IOS' : 'ANDROID',
  appVersion: version,
};
