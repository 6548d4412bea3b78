import { z } from 'zod';
import { endpoint } from '../endpoint/endpoint.ts';
import { text, uuidSchema } from '../fields/fields.ts';
import { countedPageOf, orderSchema, pageQuery, wholeListOf } from '../fields/lists.ts';
import { roleSchema } from '../roles.ts';
import { userStatusSchema } from './user.fields.ts';
import { userCreateSchema, userSchema, userUpdateSchema } from './user.ts';

const tag = 'Users';
const params = z.object({ userId: uuidSchema });

/** Enough of a colleague to name them: for assignments and "entered by". */
export const colleagueSchema = userSchema
  .pick({ id: true, name: true, role: true })
  .meta({ id: 'Colleague' });
export type Colleague = z.infer<typeof colleagueSchema>;

export const userEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/users',
    access: 'ADMINISTER',
    summary: 'List users',
    tag,
    query: z.object({
      ...pageQuery,
      search: text(100).optional(),
      role: roleSchema.optional(),
      status: userStatusSchema.optional(),
      sort: z.enum(['name', 'email', 'createdAt']).default('name'),
      order: orderSchema.default('asc'),
    }),
    status: 200,
    answer: countedPageOf(userSchema),
  }),
  colleagues: endpoint({
    method: 'GET',
    path: '/colleagues',
    access: 'READ',
    summary: 'Names and roles of all users of the tenant',
    tag,
    status: 200,
    answer: wholeListOf(colleagueSchema),
  }),
  create: endpoint({
    method: 'POST',
    path: '/users',
    access: 'ADMINISTER',
    summary: 'Add a user',
    tag,
    body: userCreateSchema,
    status: 201,
    answer: userSchema,
    problems: ['EMAIL_TAKEN'],
  }),
  get: endpoint({
    method: 'GET',
    path: '/users/:userId',
    access: 'ADMINISTER',
    summary: 'One user',
    tag,
    params,
    status: 200,
    answer: userSchema,
    problems: ['USER_NOT_FOUND'],
  }),
  update: endpoint({
    method: 'PUT',
    path: '/users/:userId',
    access: 'ADMINISTER',
    summary: 'Change a user; suspending one, or setting a password, ends their sessions',
    tag,
    params,
    body: userUpdateSchema,
    status: 200,
    answer: userSchema,
    problems: ['USER_NOT_FOUND', 'VERSION_CONFLICT', 'EMAIL_TAKEN', 'LAST_ADMIN'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/users/:userId',
    access: 'ADMINISTER',
    summary: 'Remove a user; what they entered keeps their name',
    tag,
    params,
    status: 204,
    answer: null,
    problems: ['USER_NOT_FOUND', 'LAST_ADMIN'],
  }),
};
