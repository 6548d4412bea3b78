/** What a device can't do now, and why, in words for the person. Screens may decide by the code. */
export type OfflineErrorCode =
  | 'NOT_REGISTERED'
  | 'LOCKED'
  | 'UNKNOWN_USER'
  | 'OTHER_TENANT'
  | 'UNSETTLED_EVENTS'
  | 'NOT_FAILED'
  | 'NOT_REACHED'
  | 'REFUSED'
  | 'PHOTO_REFUSED';

export class OfflineError extends Error {
  override readonly name = 'OfflineError';
  readonly code: OfflineErrorCode;

  constructor(code: OfflineErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
