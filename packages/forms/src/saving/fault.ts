import { troubleOf, type Trouble } from '@wellpulse/domain';

/** What nobody expected, as a trouble of this device. */
export const faultOf = (error: unknown): Trouble =>
  troubleOf('DEVICE_FAULT', error instanceof Error ? error.message : String(error));
