/** Reads a batch's body: bounded, whole or not at all. */
import {
  MAX_BATCH_BYTES,
  MAX_BATCH_EVENTS,
  fieldErrors,
  syncBatchSchema,
  type SyncBatch,
} from '@wellpulse/contracts';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ProblemError } from '../http/problem-error.ts';
import type { ApiRequest } from '../http/request.ts';

export interface BatchBody {
  readonly batch: SyncBatch;
  readonly hash: Buffer;
}

/** How large the request says it will be; throws `PAYLOAD_TOO_LARGE` if that is more than 32 MiB. */
export function announcedBytes(request: ApiRequest): number {
  const bytes = Number(request.headers['content-length'] ?? MAX_BATCH_BYTES);
  if (bytes > MAX_BATCH_BYTES) throw tooLarge(TOO_MANY_BYTES);
  return bytes;
}

/** Throws `UNSUPPORTED_MEDIA_TYPE`, `PAYLOAD_TOO_LARGE`, and `MALFORMED_REQUEST` for a body that breaks off. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ProblemError('MALFORMED_REQUEST', { detail: 'The body is not JSON in UTF-8' });
  }
}

const withEvents = z.object({ events: z.array(z.unknown()) });
const countOfEvents = (json: unknown): number => withEvents.safeParse(json).data?.events.length ?? 0;

const keySchema = z.uuid();

/** The request's `Idempotency-Key`; throws `VALIDATION_FAILED` without one. */
export function idempotencyKey(request: ApiRequest): string {
  const key = keySchema.safeParse(request.headers['idempotency-key']);
  if (key.success) return key.data.toLowerCase();
  throw new ProblemError('VALIDATION_FAILED', {
    errors: [{ path: 'Idempotency-Key', message: 'Send this header with a UUID' }],
  });
}
