/** Volumes that are off by more than the company allows, as the office raised them. */
import { alertSchema } from '@wellpulse/contracts';
import { z } from 'zod';
import { method } from './method.ts';

export const ALERT_METHODS = {
  /** The open ones, newest first. Devices acknowledge none: the protocol has no entry for it. */
  'alerts.open': method(z.strictObject({}), z.array(alertSchema)),
} as const;
