import { z } from 'zod';
import { endpoint } from '../endpoint/endpoint.ts';
import { daySchema, text, uuidSchema } from '../fields/fields.ts';
import { countedPageOf, mineQuery, orderSchema, pageQuery } from '../fields/lists.ts';
import { productSchema } from '../production/production.ts';
import { alertKindSchema, alertStatusSchema } from './alert.fields.ts';
import { alertAcknowledgeSchema, alertSchema } from './alert.ts';

const tag = 'Alerts';

export const alertEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/alerts',
    access: 'READ',
    summary: 'Variance alerts, newest day first',
    tag,
    query: z.object({
      ...pageQuery,
      wellId: uuidSchema.optional(),
      route: text(60).optional(),
      ...mineQuery,
      status: alertStatusSchema.optional(),
      kind: alertKindSchema.optional(),
      product: productSchema.optional(),
      from: daySchema.optional(),
      to: daySchema.optional(),
      sort: z.enum(['productionDate', 'changePercent', 'createdAt']).default('productionDate'),
      order: orderSchema.default('desc'),
    }),
    status: 200,
    answer: countedPageOf(alertSchema),
  }),
  acknowledge: endpoint({
    method: 'POST',
    path: '/alerts/:alertId/acknowledge',
    access: 'ENTER',
    summary: 'Acknowledge an alert, with a comment if there is something to say',
    tag,
    params: z.object({ alertId: uuidSchema }),
    // Who has nothing to say need not send a body to say so.
    body: alertAcknowledgeSchema.prefault({}),
    status: 200,
    answer: alertSchema,
    problems: ['ALERT_NOT_FOUND', 'ALERT_CLEARED'],
  }),
  acknowledgeMany: endpoint({
    method: 'POST',
    path: '/alerts/acknowledge',
    access: 'ENTER',
    summary: 'Acknowledge all open alerts up to a day, such as after an import of history',
    tag,
    body: alertAcknowledgeSchema.extend({
      to: daySchema,
      wellId: uuidSchema.optional(),
      route: text(60).optional(),
    }),
    status: 200,
    answer: z.object({ acknowledged: z.int() }),
  }),
};
