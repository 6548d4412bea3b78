/** The photos of this laptop, sealed as on a phone (ADR 108). Their key is made of the database's. */
import { sealedPhotoFiles, type PhotoFiles } from '@wellpulse/offline';
import { nodeCipher, nodePhotoFiles } from '@wellpulse/offline/node';
import { hkdfSync, randomBytes } from 'node:crypto';
import { relative, resolve } from 'node:path';

/**
 * Photos as sealed files of a folder. What lies outside of it, such as a picture that a person chose, is read as it is.
 *
 * @example
 * const files = laptopPhotoFiles('./truck-7/photos', databaseKey);
 */
export function laptopPhotoFiles(folder: string, databaseKey: Uint8Array): PhotoFiles {
  const key = new Uint8Array(hkdfSync('sha256', databaseKey, new Uint8Array(), 'wellpulse photos', 32));
  return sealedPhotoFiles(
    {
      ...nodePhotoFiles(folder),
      isOurs: (place) => !relative(resolve(folder), place).startsWith('..'),
    },
    { cipher: nodeCipher(key), random: randomBytes },
  );
}
