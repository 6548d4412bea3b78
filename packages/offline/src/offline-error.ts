import type { OfflineErrorCode, OfflineRefusal } from '@wellpulse/domain';

/**
 * Thrown by the offline client for what a person can act on. Other errors are faults of the device.
 *
 * @example
 * if (error instanceof OfflineError) show(words.formatRefusal(error.refusal));
 */
export class OfflineError extends Error {
  override readonly name = 'OfflineError';
  /** Why, with the values that a sentence needs. `formatRefusal` of `packages/words` says it. */
  readonly refusal: OfflineRefusal;

  constructor(refusal: OfflineRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }

  /** The code of the refusal alone. */
  get code(): OfflineErrorCode {
    return this.refusal.code;
  }
}
