/** Why the offline client can't do something now. `packages/words` says it to the person. */
import type { Trouble } from './trouble.ts';

/**
 * - `NOT_REGISTERED`: the device was never registered. `LOCKED`: nobody is at the device.
 * - `UNKNOWN_USER`: this person has not signed in here. `WRONG_SECRET`: the PIN or passphrase does not open their key.
 * - `SECRET_MISSING`: nobody has chosen what opens the key. `WEAK_SECRET`: the passphrase is shorter than `least` characters.
 * - `OTHER_TENANT`: another company's file, or a sign-in for another company on this device.
 * - `UNSETTLED_EVENTS`: the server does not have everything yet; `before` is what was asked for.
 * - `NOT_FAILED`: the server did not refuse this entry or photo. `PHOTO_REFUSED`: the photo is empty or too large.
 * - `PHOTO_GONE`: no file is where the photo was said to be.
 * - `RETIRING`: this device only sends what waits on it, and then empties itself.
 * - `DISK_FULL`: no room is left; what was saved is safe. `DATA_DAMAGED`: part of the data can't be read any more.
 * - `NOT_REACHED`: no answer came. `REFUSED`: the server said no.
 */
export type OfflineRefusal =
  | {
      readonly code:
        | 'NOT_REGISTERED'
        | 'RETIRING'
        | 'LOCKED'
        | 'UNKNOWN_USER'
        | 'WRONG_SECRET'
        | 'SECRET_MISSING';
    }
  | { readonly code: 'WEAK_SECRET'; readonly least: number }
  | { readonly code: 'OTHER_TENANT'; readonly of: 'DEVICE' | 'FILE' }
  | {
      readonly code: 'UNSETTLED_EVENTS';
      readonly events: number;
      readonly photos: number;
      readonly before: 'SIGN_OUT' | 'RESET';
    }
  | { readonly code: 'NOT_FAILED'; readonly of: 'ENTRY' | 'PHOTO' }
  | { readonly code: 'PHOTO_REFUSED' | 'PHOTO_GONE' | 'DISK_FULL' | 'DATA_DAMAGED' }
  | { readonly code: 'NOT_REACHED' | 'REFUSED'; readonly trouble: Trouble };

/** The codes of what the offline client refuses to do. */
export type OfflineErrorCode = OfflineRefusal['code'];

/** The fewest characters of the passphrase of a `.wellpulse` file. */
export const SHORTEST_PASSPHRASE = 8;

/** Why a `.wellpulse` file can't be made or opened. */
export const EXPORT_FILE_ERRORS = [
  'NOT_AN_EXPORT',
  'NEWER_EXPORT',
  'FILE_DAMAGED',
  'WRONG_PASSPHRASE',
  'WEAK_PASSPHRASE',
] as const;
/** The codes of what can be wrong with a `.wellpulse` file. */
export type ExportFileErrorCode = (typeof EXPORT_FILE_ERRORS)[number];
