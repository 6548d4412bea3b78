import { z } from 'zod';
import { endpoint } from '../endpoint/endpoint.ts';
import { dueStatusSchema } from '../equipment/due.ts';
import { equipmentTypeSchema, equipmentStatusSchema } from '../equipment/equipment.fields.ts';
import { text, uuidSchema } from '../fields/fields.ts';
import {
  countedPageOf,
  dayRange,
  isOrdered,
  mineQuery,
  NOT_ORDERED,
  orderSchema,
  pageQuery,
} from '../fields/lists.ts';
import { maintenanceTypeSchema } from './maintenance.fields.ts';
import { maintenanceCreateSchema, maintenanceEntrySchema } from './maintenance.ts';

const tag = 'Maintenance';
const params = z.object({ equipmentId: uuidSchema });

const logQuery = {
  ...pageQuery,
  maintenanceType: maintenanceTypeSchema.optional(),
  ...dayRange,
  order: orderSchema.default('desc'),
};

const ofWellOrItem = { wellId: uuidSchema.optional(), equipmentId: uuidSchema.optional() };

/** One item that has a next service. */
export const dueItemSchema = z
  .object({
    equipmentId: uuidSchema,
    equipmentType: equipmentTypeSchema,
    serialNumber: z.string(),
    assetTag: z.string().nullable(),
    status: equipmentStatusSchema,
    wellId: uuidSchema,
    wellName: z.string(),
    route: z.string().nullable(),
    lastMaintenanceDate: z.string().nullable(),
    nextMaintenanceDate: z.string(),
    dueStatus: dueStatusSchema,
    daysLeft: z.int().meta({ description: 'Until it is due; negative when overdue' }),
  })
  .meta({ id: 'DueItem' });
export type DueItem = z.infer<typeof dueItemSchema>;

const dueFilter = {
  ...ofWellOrItem,
  route: text(60).optional(),
  due: dueStatusSchema.optional(),
};

/** The cost of maintenance, in USD. */
export const costTotalSchema = z.object({
  key: z.string().meta({ description: 'The id of the item or well, or the month as 2025-10' }),
  label: z.string(),
  entries: z.int(),
  cost: z.number(),
});
export type CostTotal = z.infer<typeof costTotalSchema>;

export const maintenanceEndpoints = {
  log: endpoint({
    method: 'POST',
    path: '/equipment/:equipmentId/maintenance',
    access: 'ENTER',
    summary: 'Log maintenance of an item; its new status, if given, is part of the same event',
    tag,
    params,
    body: maintenanceCreateSchema,
    status: 201,
    answer: maintenanceEntrySchema,
    problems: ['EQUIPMENT_NOT_FOUND', 'DATE_IN_FUTURE'],
  }),
  history: endpoint({
    method: 'GET',
    path: '/equipment/:equipmentId/maintenance',
    access: 'READ',
    summary: "An item's maintenance, newest first",
    tag,
    params,
    query: z.object(logQuery).refine(isOrdered, NOT_ORDERED),
    status: 200,
    answer: countedPageOf(maintenanceEntrySchema),
    problems: ['EQUIPMENT_NOT_FOUND'],
  }),
  get: endpoint({
    method: 'GET',
    path: '/equipment/:equipmentId/maintenance/:maintenanceId',
    access: 'READ',
    summary: 'One maintenance log',
    tag,
    params: z.object({ equipmentId: uuidSchema, maintenanceId: uuidSchema }),
    status: 200,
    answer: maintenanceEntrySchema,
    problems: ['EQUIPMENT_NOT_FOUND', 'MAINTENANCE_NOT_FOUND'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/maintenance',
    access: 'READ',
    summary: 'Maintenance of all equipment, newest first',
    tag,
    query: z.object({ ...logQuery, ...ofWellOrItem }).refine(isOrdered, NOT_ORDERED),
    status: 200,
    answer: countedPageOf(maintenanceEntrySchema),
  }),
  due: endpoint({
    method: 'GET',
    path: '/maintenance/due',
    access: 'READ',
    summary: 'What is overdue, due within 14 days, or scheduled: the most urgent first',
    tag,
    query: z.object({ ...pageQuery, ...dueFilter, ...mineQuery }),
    status: 200,
    answer: countedPageOf(dueItemSchema).extend({ overdue: z.int(), dueSoon: z.int() }),
  }),
  calendar: endpoint({
    method: 'GET',
    path: '/maintenance/calendar',
    access: 'READ',
    summary: 'What is due, as a calendar (iCalendar)',
    tag,
    query: z.object(dueFilter),
    status: 200,
    answer: z.string(),
    produces: ['text/calendar'],
  }),
  costs: endpoint({
    method: 'GET',
    path: '/maintenance/costs',
    access: 'READ',
    summary: 'What maintenance cost: by month in their order, by item or well the dearest first',
    tag,
    query: z
      .object({ by: z.enum(['equipment', 'well', 'month']).default('month'), ...ofWellOrItem, ...dayRange })
      .refine(isOrdered, NOT_ORDERED),
    status: 200,
    answer: z.object({ items: z.array(costTotalSchema), entries: z.int(), cost: z.number() }),
  }),
};
