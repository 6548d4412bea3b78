import { z } from 'zod';
import { endpoint } from '../endpoint/endpoint.ts';
import { uuidSchema } from '../fields/fields.ts';
import { queryInt, wholeListOf } from '../fields/lists.ts';
import { BATCH_TOO_LARGE, MAX_BATCH_BYTES, MAX_BATCH_EVENTS } from './batch-limits.ts';
import { wellFormedBatchSchema } from './device-event.ts';
import {
  LONGEST_HISTORY,
  MAX_CHANGES,
  SHORTEST_HISTORY,
  syncAnswerSchema,
  syncChangesSchema,
} from './sync.ts';
import { lineageSchema } from '../lineage/lineage.ts';
import { enterWaitingSchema, waitingEntrySchema } from './waiting.ts';

const tag = 'Sync';
const waiting = z.object({ eventId: uuidSchema });

/** Sending a batch, pulling changes, and entries that wait for a person. */
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
    bodyLimit: { bytes: MAX_BATCH_BYTES, milliseconds: 10 * 60_000, tooLarge: BATCH_TOO_LARGE },
    idempotencyKey: 'REQUIRED',
    status: 200,
    answer: syncAnswerSchema,
    problems: [
      'MALFORMED_REQUEST',
      'DEVICE_REVOKED',
      'DEVICE_MISMATCH',
      'WEB_DEVICES_FORBIDDEN',
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
    summary: 'Which of these events the server has taken, for a device whose server was put back',
    tag,
    body: z.object({ eventIds: z.array(uuidSchema).max(MAX_BATCH_EVENTS) }),
    status: 200,
    answer: z.object({ settled: z.array(uuidSchema) }),
  }),
  waiting: endpoint({
    method: 'GET',
    path: '/sync/waiting',
    access: 'ENTER',
    summary:
      "Entries that were not taken and wait for a person, the newest 500: all of them, or an operator's own",
    tag,
    status: 200,
    answer: wholeListOf(waitingEntrySchema),
  }),
  enterWaiting: endpoint({
    method: 'POST',
    path: '/sync/waiting/:eventId/enter',
    access: 'ENTER',
    summary: "Enter such an entry anew as one's own: a manager one of who left, an author their own",
    tag,
    params: waiting,
    body: enterWaitingSchema,
    status: 204,
    answer: null,
    problems: ['RECORD_NOT_FOUND', 'VERSION_CONFLICT', 'PRODUCTION_EXISTS', 'WELL_PLUGGED'],
  }),
  leaveWaiting: endpoint({
    method: 'POST',
    path: '/sync/waiting/:eventId/leave',
    access: 'ENTER',
    summary: 'Leave such an entry out for good',
    tag,
    params: waiting,
    status: 204,
    answer: null,
    problems: ['RECORD_NOT_FOUND'],
  }),
  lineage: endpoint({
    method: 'GET',
    path: '/sync/lineage',
    access: 'MANAGE',
    summary:
      'When the server was last put back to an older state, and whether entries still wait for what was lost',
    tag,
    status: 200,
    answer: z.object({
      lineage: lineageSchema.nullable().meta({ description: 'Null if it never was' }),
    }),
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
      history: queryInt(SHORTEST_HISTORY, LONGEST_HISTORY).optional().meta({
        description:
          'Days of the own wells, today among them; without it everything. Another value begins anew',
      }),
      entities: z
        .string()
        .max(500)
        .optional()
        .meta({ description: 'What the app reads, separated by commas; without it everything' }),
    }),
    status: 200,
    answer: syncChangesSchema,
    problems: ['LOG_REPLACED', 'CURSOR_UNREADABLE'],
  }),
};
