import { z } from 'zod';
import { endpoint } from '../endpoint/endpoint.ts';
import { equipmentStatusSchema } from '../equipment/equipment.fields.ts';
import { daySchema, instantSchema, locationSchema, text, uuidSchema } from '../fields/fields.ts';
import { mineQuery, queryInt, wholeListOf } from '../fields/lists.ts';
import { wellStatusSchema } from '../wells/well.fields.ts';
import { auditEventSchema } from '../audit/audit.ts';
import { conflictStatusSchema } from '../conflicts/conflict.ts';

const tag = 'Dashboard';

/** The totals of one product: today, yesterday and the days before. Oil and water in bbl, gas in MCF. */
const productTotals = z.object({
  today: z.number().nullable().meta({ description: 'Of the wells entered so far' }),
  yesterday: z.number().nullable(),
  mean30: z.number().nullable().meta({ description: 'Mean of the 30 days before, of days with any record' }),
  changePercent: z
    .number()
    .nullable()
    .meta({ description: 'Today against yesterday, of the wells that have both days' }),
  trend: z.array(z.number().nullable()).meta({ description: 'The 30 days before and today, oldest first' }),
});
export type ProductTotals = z.infer<typeof productTotals>;

/** How many wells of a route have an entry for the day, and which have none. */
export const routeCompletenessSchema = z.object({
  route: z.string().nullable(),
  expected: z.int().meta({ description: 'Active wells' }),
  entered: z.int(),
  lastEntryAt: instantSchema.nullable(),
  operators: z.array(z.string()).meta({ description: 'Names of those assigned' }),
  missing: z.array(z.object({ wellId: uuidSchema, wellName: z.string() })),
});
export type RouteCompleteness = z.infer<typeof routeCompletenessSchema>;

/** What the first page of the dashboard shows of a day. */
export const dashboardSchema = z
  .object({
    date: daySchema,
    expected: z.int(),
    entered: z.int(),
    routes: z.array(routeCompletenessSchema),
    totals: z.object({ oil: productTotals, gas: productTotals, water: productTotals }),
    openAlerts: z.int(),
    wellCounts: z.record(wellStatusSchema, z.int()),
    equipment: z.record(equipmentStatusSchema, z.int()).meta({ description: 'Items by status' }),
    maintenance: z
      .object({ overdue: z.int(), dueSoon: z.int() })
      .meta({ description: "Items that are due on the tenant's today" }),
  })
  .meta({ id: 'Dashboard' });
export type Dashboard = z.infer<typeof dashboardSchema>;

/** A well with a position, as the map shows it. */
export const mapWellSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  status: wellStatusSchema,
  route: z.string().nullable(),
  entered: z.boolean(),
  openAlerts: z.int(),
});
export type MapWell = z.infer<typeof mapWellSchema>;

/** What a person entered for the day, and where they stood. */
export const mapEntrySchema = z.object({
  id: uuidSchema,
  kind: z.enum(['PRODUCTION', 'MAINTENANCE']),
  wellId: uuidSchema,
  wellName: z.string(),
  subject: auditEventSchema.shape.subject,
  userName: z.string().nullable(),
  location: locationSchema,
});
export type MapEntry = z.infer<typeof mapEntrySchema>;

/** An event of the log, with the well or item that it is about. */
export const activitySchema = auditEventSchema
  .pick({
    sequence: true,
    eventType: true,
    source: true,
    userName: true,
    occurredAt: true,
    receivedAt: true,
    aggregateId: true,
    recordId: true,
    wellId: true,
    wellName: true,
    subject: true,
    payload: true,
  })
  .extend({
    count: z.int().meta({ description: 'How many like it came at once, such as the rows of an import' }),
    conflictStatus: conflictStatusSchema
      .nullable()
      .meta({ description: 'Of the conflict that the event met. `OPEN`: nothing of it was applied yet' }),
  })
  .meta({ id: 'Activity' });
export type Activity = z.infer<typeof activitySchema>;

const placeQuery = {
  route: text(60).optional().meta({ description: 'Only of the wells of this route' }),
  ...mineQuery,
};
const dayQuery = {
  date: daySchema.optional().meta({ description: "The tenant's today if left out" }),
  ...placeQuery,
};

export const dashboardEndpoints = {
  home: endpoint({
    method: 'GET',
    path: '/dashboard',
    access: 'READ',
    summary: "A day's completeness by route, totals and alerts",
    tag,
    query: z.object(dayQuery),
    status: 200,
    answer: dashboardSchema,
  }),
  map: endpoint({
    method: 'GET',
    path: '/dashboard/map',
    access: 'READ',
    summary: "Where the wells are and how they stand, and where the day's entries were made",
    tag,
    query: z.object(dayQuery),
    status: 200,
    answer: z.object({
      items: z.array(mapWellSchema),
      entries: z.array(mapEntrySchema).meta({
        description: 'Those of the day whose device told its position, in the order in which they were made',
      }),
    }),
  }),
  activity: endpoint({
    method: 'GET',
    path: '/dashboard/activity',
    access: 'READ',
    summary: 'What came in last',
    tag,
    query: z.object({ limit: queryInt(1, 100).default(20), ...placeQuery }),
    status: 200,
    answer: wholeListOf(activitySchema),
  }),
};
