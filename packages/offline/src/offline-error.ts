/**
 * Why the device can't do something now. `message` is for the person, and screens decide by the code.
 *
 * - `NOT_REGISTERED`: the device was never registered. `LOCKED`: nobody is at the device.
 * - `UNKNOWN_USER`: this person has not signed in here. `WRONG_SECRET`: the PIN or passphrase does not open their key.
 * - `WEAK_SECRET`: the passphrase is too short. `OTHER_TENANT`: another company's data.
 * - `UNSETTLED_EVENTS`: the server does not have everything yet. `NOT_FAILED`: the server did not refuse this.
 * - `NOT_REACHED`: no answer came. `REFUSED`: the server said no. `PHOTO_REFUSED`: the photo is empty or too large.
 */
export type OfflineErrorCode =
  | 'NOT_REGISTERED'
  | 'LOCKED'
  | 'UNKNOWN_USER'
  | 'WRONG_SECRET'
  | 'WEAK_SECRET'
  | 'OTHER_TENANT'
  | 'UNSETTLED_EVENTS'
  | 'NOT_FAILED'
  | 'NOT_REACHED'
  | 'REFUSED'
  | 'PHOTO_REFUSED';

/** Thrown by the offline client for what a person can act on. Other errors are faults of the device. */
export class OfflineError extends Error {
  override readonly name = 'OfflineError';
  readonly code: OfflineErrorCode;

  constructor(code: OfflineErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
