/** What a device can't do now, and why, in words for the person. Screens may decide by the code. */
export type FieldErrorCode =
  | 'NOT_REGISTERED'
  | 'LOCKED'
  | 'UNKNOWN_USER'
  | 'OTHER_TENANT'
  | 'UNSETTLED_EVENTS'
  | 'NOT_FAILED'
  | 'NOT_REACHED'
  | 'REFUSED'
  | 'PHOTO_REFUSED';

export class FieldError extends Error {
  override readonly name = 'FieldError';
  readonly code: FieldErrorCode;

  constructor(code: FieldErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
