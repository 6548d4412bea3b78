import type { ExportFileErrorCode } from '@wellpulse/domain';

/**
 * Why a `.wellpulse` file can't be made or opened. `exportFileErrors` of `packages/words` says it.
 *
 * @example
 * if (error instanceof ExportFileError) say(words.exportFileErrors[error.code]);
 */
export class ExportFileError extends Error {
  override readonly name = 'ExportFileError';
  /** What is the matter, such as a wrong passphrase. */
  readonly code: ExportFileErrorCode;

  constructor(code: ExportFileErrorCode) {
    super(code);
    this.code = code;
  }
}

export const damaged = (): ExportFileError => new ExportFileError('FILE_DAMAGED');
