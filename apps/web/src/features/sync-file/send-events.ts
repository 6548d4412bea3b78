/** Sends another device's events as they were signed; what each became is told by its id. */
import {
  endpoints,
  type ConflictOutcome,
  type SignedEvent,
  type SyncAnswer,
  type SyncBatch,
} from '@wellpulse/contracts';
import { ProblemError, problemOf, request } from '../../lib/api.ts';
import { words } from '../../lib/language.ts';
import { randomUuid } from '../../lib/random-uuid.ts';
import { pause } from './pause.ts';

export type EventResult =
  | { readonly kind: 'TAKEN' }
  | { readonly kind: 'CONFLICT'; readonly resolution: ConflictOutcome; readonly reason: string }
  | { readonly kind: 'REFUSED'; readonly code: string; readonly reason: string }
  /** Not settled: it can be sent again. */
  | { readonly kind: 'LATER'; readonly code: string; readonly reason: string };

export type EventResults = ReadonlyMap<string, EventResult>;

export interface SendEvents {
  readonly events: readonly SignedEvent[];
  readonly signal: AbortSignal;
  readonly onSent: (results: EventResults) => void;
}

/** Far below what the server takes at once, so that a slow link gets through and progress is seen. */
const BATCH_EVENTS = 200;

/** Rejects with `ProblemError` or `NetworkError`; what was told by then through `onSent` is settled. */
export async function sendEvents({ events, signal, onSent }: SendEvents): Promise<EventResults> {
  const results = new Map<string, EventResult>();
  for (let start = 0; start < events.length; start += BATCH_EVENTS) {
    const batch = events.slice(start, start + BATCH_EVENTS);
    const answer = await sendBatch(batch, signal);
    for (const { id } of batch) results.set(id, resultOf(id, answer));
    onSent(new Map(results));
  }
  return results;
}

async function sendBatch(events: readonly SignedEvent[], signal: AbortSignal): Promise<SyncAnswer> {
  // The dashboard is no device: it carries what devices signed.
  const body: Omit<SyncBatch, 'photos'> = {
    deviceId: null,
    sentAt: new Date().toISOString(),
    events: [...events],
  };
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

function resultOf(id: string, { synced, conflicts, failed }: SyncAnswer): EventResult {
  if (synced.includes(id)) return { kind: 'TAKEN' };
  const conflict = conflicts.find(({ eventId }) => eventId === id);
  if (conflict !== undefined) return { kind: 'CONFLICT', ...conflict };
  const failure = failed.find(({ eventId }) => eventId === id);
  if (failure === undefined) {
    return { kind: 'LATER', code: 'INTERNAL', reason: words.noOutcome };
  }
  return { kind: failure.retryable ? 'LATER' : 'REFUSED', code: failure.code, reason: failure.reason };
}
