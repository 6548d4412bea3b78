export type ExportFileErrorCode =
  'NOT_AN_EXPORT' | 'NEWER_EXPORT' | 'FILE_DAMAGED' | 'WRONG_PASSPHRASE' | 'WEAK_PASSPHRASE';

/** Why a `.wellpulse` file can't be made or opened, in words for the person. */
export class ExportFileError extends Error {
  override readonly name = 'ExportFileError';
  readonly code: ExportFileErrorCode;

  constructor(code: ExportFileErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export const damaged = (): ExportFileError =>
  new ExportFileError(
    'FILE_DAMAGED',
    'This file is cut off or damaged. Copy it again from the device that made it.',
  );
