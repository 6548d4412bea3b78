import { z } from 'zod';
import { endpoint } from '../endpoint/endpoint.ts';
import { uuidSchema } from '../fields/fields.ts';
import { countedPageOf, orderSchema, pageQuery } from '../fields/lists.ts';
import {
  CONFLICT_ENTITIES,
  conflictNewsSchema,
  conflictOutcomeSchema,
  conflictResolveSchema,
  conflictSchema,
  conflictStatusSchema,
} from './conflict.ts';

const tag = 'Conflicts';
const params = z.object({ conflictId: uuidSchema });

export const conflictEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/conflicts',
    access: 'READ',
    summary: 'Changes that met other changes: what both sides said and what became of them, newest first',
    tag,
    query: z.object({
      ...pageQuery,
      status: conflictStatusSchema.optional(),
      outcome: conflictOutcomeSchema.optional(),
      entity: z.enum(CONFLICT_ENTITIES).optional(),
      wellId: uuidSchema.optional(),
      recordId: uuidSchema.optional(),
      deviceId: uuidSchema.optional(),
      order: orderSchema.default('desc'),
    }),
    status: 200,
    answer: countedPageOf(conflictSchema),
  }),
  news: endpoint({
    method: 'GET',
    path: '/conflicts/news',
    access: 'READ',
    summary: 'How many conflicts the rules settled since the caller last looked at them',
    tag,
    status: 200,
    answer: conflictNewsSchema,
  }),
  looked: endpoint({
    method: 'POST',
    path: '/conflicts/looked',
    access: 'READ',
    summary:
      'Say that the caller looked at what the rules settled, up to an event of the log; it never goes back',
    tag,
    body: z.object({
      sequence: z.int().min(0).meta({ description: '`sequence` of the news that were shown' }),
    }),
    status: 200,
    answer: conflictNewsSchema,
  }),
  get: endpoint({
    method: 'GET',
    path: '/conflicts/:conflictId',
    access: 'READ',
    summary: 'One conflict',
    tag,
    params,
    status: 200,
    answer: conflictSchema,
    problems: ['CONFLICT_NOT_FOUND'],
  }),
  resolve: endpoint({
    method: 'POST',
    path: '/conflicts/:conflictId/resolve',
    access: 'MANAGE',
    summary: 'Choose what an open conflict becomes; resolving a closed one again changes nothing',
    tag,
    params,
    body: conflictResolveSchema,
    status: 200,
    answer: conflictSchema,
    problems: ['CONFLICT_NOT_FOUND', 'RECORD_NOT_FOUND'],
  }),
  undo: endpoint({
    method: 'POST',
    path: '/conflicts/:conflictId/undo',
    access: 'MANAGE',
    summary: 'Undo what the rules did: the value that had to give way is restored, as a new change',
    tag,
    params,
    status: 200,
    answer: conflictSchema,
    problems: ['CONFLICT_NOT_FOUND', 'CONFLICT_NOT_UNDOABLE', 'RECORD_NOT_FOUND'],
  }),
  reopen: endpoint({
    method: 'POST',
    path: '/conflicts/:conflictId/reopen',
    access: 'MANAGE',
    summary: 'Undo what a person chose: the conflict is open again, and the record holds what it held before',
    tag,
    params,
    status: 200,
    answer: conflictSchema,
    problems: ['CONFLICT_NOT_FOUND', 'CONFLICT_NOT_REOPENABLE', 'RECORD_NOT_FOUND'],
  }),
};
