/** Reads a batch's body: bounded, whole or not at all. */
import {
  BATCH_TOO_LARGE,
  MAX_BATCH_BYTES,
  MAX_BATCH_EVENTS,
  fieldErrors,
  syncBatchSchema,
  type SyncBatch,
  message,
} from '@wellpulse/contracts';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, type InputType, type ZlibOptions } from 'node:zlib';
import { z } from 'zod';
import { isNestedTooDeeply } from '../http/bodies/json-depth.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { ApiRequest } from '../http/request.ts';

export interface BatchBody {
  readonly batch: SyncBatch;
  /** SHA-256 of the bytes as they were before they were packed, in hex. */
  readonly bodyHash: string;
}

/** Deeper than any event of the allowed size can be: such an event is refused alone, and not with its batch. */
const MAX_BATCH_DEPTH = 100_000;

const tooLarge = (detail: string): ProblemError => new ProblemError('PAYLOAD_TOO_LARGE', { detail });
const inflate = promisify<InputType, ZlibOptions, Buffer>(gunzip);

/** How large the request says it will be; throws `PAYLOAD_TOO_LARGE` if that is more than a batch may have. */
export function announcedBytes(request: ApiRequest): number {
  const bytes = Number(request.headers['content-length'] ?? MAX_BATCH_BYTES);
  if (bytes > MAX_BATCH_BYTES) throw tooLarge(BATCH_TOO_LARGE);
  return bytes;
}

/** As it came, maybe packed. Throws `UNSUPPORTED_MEDIA_TYPE`, `PAYLOAD_TOO_LARGE`, and `MALFORMED_REQUEST` for a body that breaks off. */
export async function readBytes(request: ApiRequest): Promise<Buffer> {
  if (!request.is('application/json')) {
    throw new ProblemError('UNSUPPORTED_MEDIA_TYPE', {
      detail: message('jsonExpected'),
    });
  }
  encodingOf(request);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // The request is not destroyed with the loop: it would take the connection along, and with it the answer.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > MAX_BATCH_BYTES) throw tooLarge(BATCH_TOO_LARGE);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    throw new ProblemError('MALFORMED_REQUEST', { detail: message('bodyBrokeOff') });
  }
  return Buffer.concat(chunks);
}

/** Throws `UNSUPPORTED_MEDIA_TYPE` for an encoding that this server does not read. */
function encodingOf(request: ApiRequest): 'identity' | 'gzip' {
  const encoding = (request.get('content-encoding') ?? 'identity').toLowerCase();
  if (encoding === 'identity' || encoding === 'gzip') return encoding;
  throw new ProblemError('UNSUPPORTED_MEDIA_TYPE', { detail: message('gzipExpected') });
}

/**
 * What was sent, before it was packed. Counts while it inflates: throws `PAYLOAD_TOO_LARGE` beyond the limit, and
 * `MALFORMED_REQUEST` for what is not packed as it says.
 */
export async function unpack(request: ApiRequest, bytes: Buffer): Promise<Buffer> {
  if (encodingOf(request) === 'identity') return bytes;
  try {
    return await inflate(bytes, { maxOutputLength: MAX_BATCH_BYTES });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(BATCH_TOO_LARGE);
    throw new ProblemError('MALFORMED_REQUEST', { detail: message('bodyNotPacked') });
  }
}

/**
 * Throws `PAYLOAD_TOO_LARGE` beyond 1,000 events, `MALFORMED_REQUEST` for what is no JSON and `VALIDATION_FAILED` for
 * what is no batch.
 */
export function parseBatch(bytes: Buffer): BatchBody {
  const json = parseJson(bytes);
  if (countOfEvents(json) > MAX_BATCH_EVENTS) {
    throw tooLarge(message('batchTooLong', { count: MAX_BATCH_EVENTS }));
  }
  const parsed = syncBatchSchema.safeParse(json);
  if (!parsed.success) {
    throw new ProblemError('VALIDATION_FAILED', { errors: fieldErrors(parsed.error).slice(0, 100) });
  }
  return { batch: parsed.data, bodyHash: createHash('sha256').update(bytes).digest('hex') };
}

function parseJson(bytes: Buffer): unknown {
  if (isNestedTooDeeply(bytes, MAX_BATCH_DEPTH)) {
    throw new ProblemError('MALFORMED_REQUEST', { detail: message('bodyTooDeep') });
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ProblemError('MALFORMED_REQUEST', { detail: message('bodyNotJson') });
  }
}

const withEvents = z.object({ events: z.array(z.unknown()) });
const countOfEvents = (json: unknown): number => withEvents.safeParse(json).data?.events.length ?? 0;
