/** Why a program could not be found, started or stopped; the message is written for the person at the terminal. */
export type EmbeddedErrorCode =
  | 'INIT_FAILED'
  | 'NO_CHROMIUM'
  | 'NO_SERVER_USER'
  | 'PORT_TAKEN'
  | 'START_FAILED'
  | 'STOP_FAILED'
  | 'UNSUPPORTED_PLATFORM';

/**
 * An expected failure. Anything else that is thrown is a defect.
 *
 * @example
 * if (error instanceof EmbeddedError && error.code === 'PORT_TAKEN') tryAnotherPort();
 */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
  /** For programs; the message is for people. */
  readonly code: EmbeddedErrorCode;

  constructor(code: EmbeddedErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
