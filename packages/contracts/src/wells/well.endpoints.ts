import { z } from 'zod';
import { endpoint } from '../endpoint/endpoint.ts';
import { text, uuidSchema } from '../fields/fields.ts';
import { countedPageOf, orderSchema, pageQuery, queryBoolean, wholeListOf } from '../fields/lists.ts';
import { wellCreateSchema, wellSchema, wellUpdateSchema } from './well.ts';
import { wellStatusSchema } from './well.fields.ts';

const tag = 'Wells';
const params = z.object({ wellId: uuidSchema });

/** A well as it stands in the list: with the day of its newest production record and its open alerts. */
export const wellListItemSchema = wellSchema
  .extend({ lastProductionDate: z.string().nullable(), openAlerts: z.int() })
  .meta({ id: 'WellListItem' });
export type WellListItem = z.infer<typeof wellListItemSchema>;

export const wellEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/wells',
    access: 'READ',
    summary: 'List wells',
    tag,
    query: z.object({
      ...pageQuery,
      search: text(100).optional().meta({ description: 'In name, API number, lease and field' }),
      status: wellStatusSchema.optional(),
      route: text(60).optional(),
      mine: queryBoolean.optional().meta({ description: 'Only the wells assigned to the caller' }),
      operatorId: uuidSchema.optional(),
      sort: z
        .enum(['name', 'apiNumber', 'route', 'status', 'createdAt', 'lastProductionDate'])
        .default('name'),
      order: orderSchema.default('asc'),
    }),
    status: 200,
    answer: countedPageOf(wellListItemSchema),
  }),
  routes: endpoint({
    method: 'GET',
    path: '/routes',
    access: 'READ',
    summary: 'The names of all routes, with how many wells each has',
    tag,
    status: 200,
    answer: wholeListOf(z.object({ route: z.string(), wells: z.int() })),
  }),
  create: endpoint({
    method: 'POST',
    path: '/wells',
    access: 'MANAGE',
    summary: 'Add a well',
    tag,
    body: wellCreateSchema,
    status: 201,
    answer: wellSchema,
    problems: ['API_NUMBER_TAKEN'],
  }),
  get: endpoint({
    method: 'GET',
    path: '/wells/:wellId',
    access: 'READ',
    summary: 'One well',
    tag,
    params,
    status: 200,
    answer: wellSchema,
    problems: ['WELL_NOT_FOUND'],
  }),
  update: endpoint({
    method: 'PUT',
    path: '/wells/:wellId',
    access: 'MANAGE',
    summary: 'Change a well, or who is assigned to it',
    tag,
    params,
    body: wellUpdateSchema,
    listedAs: wellListItemSchema,
    status: 200,
    answer: wellSchema,
    problems: ['WELL_NOT_FOUND', 'VERSION_CONFLICT', 'WELL_PLUGGED'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/wells/:wellId',
    access: 'ADMINISTER',
    summary: 'Delete a well (soft); its records stay in the log',
    tag,
    params,
    status: 204,
    answer: null,
    problems: ['WELL_NOT_FOUND'],
  }),
};
