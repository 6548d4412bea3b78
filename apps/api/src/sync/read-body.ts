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
import { isNestedTooDeeply } from '../http/json-depth.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { ApiRequest } from '../http/request.ts';

export interface BatchBody {
  readonly batch: SyncBatch;
  /** SHA-256 of the bytes as they came, in hex. */
  readonly bodyHash: string;
}

/** Deeper than any event of the allowed size can be: such an event is refused alone, and not with its batch. */
const MAX_BATCH_DEPTH = 100_000;

const tooLarge = (detail: string): ProblemError => new ProblemError('PAYLOAD_TOO_LARGE', { detail });
const TOO_MANY_BYTES = 'A batch has at most 32 MiB';

/** How large the request says it will be; throws `PAYLOAD_TOO_LARGE` if that is more than 32 MiB. */
export function announcedBytes(request: ApiRequest): number {
  const bytes = Number(request.headers['content-length'] ?? MAX_BATCH_BYTES);
  if (bytes > MAX_BATCH_BYTES) throw tooLarge(TOO_MANY_BYTES);
  return bytes;
}

/** Throws `UNSUPPORTED_MEDIA_TYPE`, `PAYLOAD_TOO_LARGE`, and `MALFORMED_REQUEST` for a body that breaks off. */
export async function readBytes(request: ApiRequest): Promise<Buffer> {
  if (!request.is('application/json')) {
    throw new ProblemError('UNSUPPORTED_MEDIA_TYPE', {
      detail: 'Send JSON with content-type application/json',
    });
  }
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // The request is not destroyed with the loop: it would take the connection along, and with it the answer.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > MAX_BATCH_BYTES) throw tooLarge(TOO_MANY_BYTES);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    throw new ProblemError('MALFORMED_REQUEST', { detail: 'The request broke off' });
  }
  return Buffer.concat(chunks);
}

/**
 * Throws `PAYLOAD_TOO_LARGE` beyond 1,000 events, `MALFORMED_REQUEST` for what is no JSON and `VALIDATION_FAILED` for
 * what is no batch.
 */
export function parseBatch(bytes: Buffer): BatchBody {
  const json = parseJson(bytes);
  if (countOfEvents(json) > MAX_BATCH_EVENTS) {
    throw tooLarge(`A batch has at most ${MAX_BATCH_EVENTS} events`);
  }
  const parsed = syncBatchSchema.safeParse(json);
  if (!parsed.success) {
    throw new ProblemError('VALIDATION_FAILED', { errors: fieldErrors(parsed.error).slice(0, 100) });
  }
  return { batch: parsed.data, bodyHash: createHash('sha256').update(bytes).digest('hex') };
}

function parseJson(bytes: Buffer): unknown {
  if (isNestedTooDeeply(bytes, MAX_BATCH_DEPTH)) {
    throw new ProblemError('MALFORMED_REQUEST', { detail: 'The body is nested too deeply' });
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ProblemError('MALFORMED_REQUEST', { detail: 'The body is not JSON in UTF-8' });
  }
}

const withEvents = z.object({ events: z.array(z.unknown()) });
const countOfEvents = (json: unknown): number => withEvents.safeParse(json).data?.events.length ?? 0;
