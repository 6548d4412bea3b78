import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { uuidSchema } from '../fields.ts';
import { queryInt } from '../lists.ts';
import { MAX_BATCH_BYTES, MAX_BATCH_EVENTS, wellFormedBatchSchema } from './device-event.ts';
import { MAX_CHANGES, syncAnswerSchema, syncChangesSchema } from './sync.ts';

const tag = 'Sync';

export const syncEndpoints = {
  batch: endpoint({
    method: 'POST',
    path: '/sync/batch',
    forDevices: 'WHATEVER_ROLE',
    access: 'ENTER',
    summary: "Take a device's events, with the header `Idempotency-Key`; each is answered by itself",
    tag,
    body: wellFormedBatchSchema,
    // A newer device may send more: each event is judged by itself, by the version that it was written in.
    unknownFields: 'JUDGED_BY_HANDLER',
    // What a device sends at once, 1 MiB, takes nearly nine minutes at 2 KB/s.
    bodyLimit: { bytes: MAX_BATCH_BYTES, milliseconds: 10 * 60_000, tooLarge: 'A batch has at most 32 MiB' },
    idempotencyKey: 'REQUIRED',
    status: 200,
    answer: syncAnswerSchema,
    problems: [
      'MALFORMED_REQUEST',
      'DEVICE_REVOKED',
      'DEVICE_MISMATCH',
      'LOG_REPLACED',
      'PAYLOAD_TOO_LARGE',
      'IDEMPOTENCY_KEY_REUSED',
      'TOO_MANY_REQUESTS',
      'UNAVAILABLE',
    ],
  }),
  known: endpoint({
    method: 'POST',
    path: '/sync/known',
    forDevices: 'WHATEVER_ROLE',
    access: 'ENTER',
    summary: 'Which of these events the server has settled, for a device whose server was put back',
    tag,
    body: z.object({ eventIds: z.array(uuidSchema).max(MAX_BATCH_EVENTS) }),
    status: 200,
    answer: z.object({ settled: z.array(uuidSchema) }),
  }),
  closeLineage: endpoint({
    method: 'POST',
    path: '/sync/lineage/close',
    access: 'MANAGE',
    summary: 'After the server was put back: say that no device will bring any more of what was lost',
    tag,
    status: 204,
    answer: null,
  }),
  changes: endpoint({
    method: 'GET',
    path: '/sync/changes',
    forDevices: 'WHATEVER_ROLE',
    access: 'ENTER',
    summary: 'What changed since a cursor; without one, all that the user may see',
    tag,
    query: z.object({
      cursor: z.string().max(500).optional(),
      limit: queryInt(1, MAX_CHANGES).default(1000),
    }),
    status: 200,
    answer: syncChangesSchema,
    problems: ['LOG_REPLACED', 'CURSOR_UNREADABLE'],
  }),
};
