import { message } from '@wellpulse/contracts';
import { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';
import type { ApiRequest } from '../request.ts';

const HEADER = 'idempotency-key';
const keySchema = z.uuid();

/** The request's `Idempotency-Key`; null without one. Throws `VALIDATION_FAILED` for what is no UUID. */
export const optionalIdempotencyKey = (request: ApiRequest): string | null =>
  request.headers[HEADER] === undefined ? null : idempotencyKey(request);

/** The request's `Idempotency-Key`; throws `VALIDATION_FAILED` without one. */
export function idempotencyKey(request: ApiRequest): string {
  const key = keySchema.safeParse(request.headers[HEADER]);
  if (key.success) return key.data.toLowerCase();
  throw new ProblemError('VALIDATION_FAILED', {
    errors: [{ path: 'Idempotency-Key', message: message('idempotencyKeyMissing') }],
  });
}
