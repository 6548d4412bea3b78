/** A problem of the catalogue on its way to the caller. The filter turns it into the answer. */
import { PROBLEMS, type FieldError, type ProblemCode } from '@wellpulse/contracts';

export interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly existing?: unknown;
  readonly current?: unknown;
  readonly retryAfterSeconds?: number;
  readonly allowedMethods?: readonly string[];
}

export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(PROBLEMS[code].title);
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}
