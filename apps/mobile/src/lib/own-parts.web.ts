/** What a browser gives. */
import { version } from '../../package.json';
import type { PhoneParts } from '../data/phone.ts';
import { phoneTransport } from '../data/phone-transport.ts';
import { biometrics } from '../native/keys/biometrics.web.ts';
import { cipherOf } from '../native/keys/cipher.web.ts';
import { deviceKeys } from '../native/keys/device-keys.web.ts';
import { ballast } from '../native/room/ballast.web.ts';
import { pictures } from '../native/camera/pictures.web.ts';
import { photoFiles } from '../native/storage/photo-files.web.ts';
import { random } from '../native/keys/random.web.ts';
import { secrets } from '../native/keys/secrets.web.ts';
import { sendFile } from '../native/storage/send-file.web.ts';
import { openSqlite } from '../native/storage/sqlite.web.ts';
import { texts } from '../native/storage/texts.web.ts';

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
  platform: 'WEB',
  appVersion: version,
};
