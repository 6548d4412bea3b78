/** Sends entries of other devices as they were signed. */
import { endpoints, type SignedEvent, type SyncAnswer, type SyncBatch } from '@wellpulse/contracts';
import { ProblemError, problemOf, request } from '../../lib/api.ts';
import { randomUuid } from '../../lib/random-uuid.ts';
import { pause } from './pause.ts';

export interface Batch {
  readonly sentAt: string;
  readonly events: readonly SignedEvent[];
}

/** Rejects with `ProblemError` or `NetworkError`. */
export async function sendBatch({ sentAt, events }: Batch, signal: AbortSignal): Promise<SyncAnswer> {
  // The dashboard is no device: it carries what devices signed.
  const body: Omit<SyncBatch, 'photos'> = { deviceId: null, sentAt, events: [...events] };
  const headers = { 'idempotency-key': randomUuid() };
  for (;;) {
    try {
      return await request(endpoints.sync.batch, { body, headers, signal });
    } catch (error) {
      await waitOrThrow(error, signal);
    }
  }
}

/** Of many batches the server takes some a minute, and says when it takes the next. */
async function waitOrThrow(error: unknown, signal: AbortSignal): Promise<void> {
  const seconds = error instanceof ProblemError ? error.retryAfterSeconds : null;
  if (problemOf(error)?.code !== 'TOO_MANY_REQUESTS' || seconds === null) throw error;
  await pause(seconds * 1000, signal);
}
