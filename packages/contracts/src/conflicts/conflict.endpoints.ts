import { z } from 'zod';
import { endpoint } from '../endpoint/endpoint.ts';
import { uuidSchema } from '../fields/fields.ts';
import { countedPageOf, orderSchema, pageQuery } from '../fields/lists.ts';
import {
  CONFLICT_ENTITIES,
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
};
