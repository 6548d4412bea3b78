import { z } from 'zod';
import { endpoint } from '../endpoint/endpoint.ts';
import { instantSchema, text, uuidSchema } from '../fields/fields.ts';
import { orderSchema, pageOf, pageQuery } from '../fields/lists.ts';
import { eventSourceSchema } from '../fields/history.ts';
import { auditEventSchema } from './audit.ts';

export const auditEndpoints = {
  events: endpoint({
    method: 'GET',
    path: '/audit/events',
    access: 'MANAGE',
    summary: "The tenant's log of all that was ever changed",
    tag: 'Audit',
    query: z.object({
      ...pageQuery,
      recordId: uuidSchema.optional(),
      wellId: uuidSchema.optional().meta({ description: 'The well, its production and its equipment' }),
      userId: uuidSchema.optional(),
      deviceId: uuidSchema.optional(),
      eventType: text(60).optional(),
      source: eventSourceSchema.optional(),
      from: instantSchema.optional(),
      to: instantSchema.optional(),
      order: orderSchema.default('desc'),
    }),
    status: 200,
    answer: pageOf(auditEventSchema),
  }),
};
