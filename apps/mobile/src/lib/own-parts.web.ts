/** What a browser gives. */
import { version } from '../../package.json';
import type { PhoneParts } from '../data/phone.ts';
import { phoneTransport } from '../data/phone-transport.ts';
import { cipherOf } from '../native/cipher.web.ts';
import { openDeviceKey } from '../native/device-key.web.ts';
import { photoFiles } from '../native/photo-files.web.ts';
import { random } from '../native/random.web.ts';
import { secrets } from '../native/secrets.web.ts';
import { openSqlite } from '../native/sqlite.web.ts';
import { texts } from '../native/texts.web.ts';

export const ownParts: PhoneParts = {
  openSqlite,
  openDeviceKey,
  cipherOf,
  random,
  texts,
  secrets,
  photoFiles,
  transportTo: phoneTransport,
  platform: 'WEB',
  appVersion: version,
};
