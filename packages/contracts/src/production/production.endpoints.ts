import { z } from 'zod';
import { endpoint } from '../endpoint/endpoint.ts';
import { daySchema, text, uuidSchema } from '../fields/fields.ts';
import { historyEntrySchema } from '../fields/history.ts';
import {
  countedPageOf,
  dayRange,
  isOrdered,
  NOT_ORDERED,
  orderSchema,
  pageQuery,
  queryNumber,
  wholeListOf,
} from '../fields/lists.ts';
import { photoSchema } from '../photos/photo.ts';
import { daySheetSchema } from './day-sheet.ts';
import { entryMethodSchema } from './production.fields.ts';
import {
  productionBulkSchema,
  productionEntrySchema,
  productionRecordSchema,
  productionUpdateSchema,
} from './production.ts';
import { productionSeriesSchema, productionSummarySchema } from './summary.ts';

const tag = 'Production';
const wellParams = z.object({ wellId: uuidSchema });
const recordParams = z.object({ wellId: uuidSchema, id: uuidSchema });

export const productionEndpoints = {
  create: endpoint({
    method: 'POST',
    path: '/wells/:wellId/production',
    access: 'ENTER',
    summary: "Record a day's production of a well",
    tag,
    params: wellParams,
    body: productionEntrySchema,
    status: 201,
    answer: productionRecordSchema,
    problems: ['WELL_NOT_FOUND', 'WELL_PLUGGED', 'PRODUCTION_EXISTS', 'DATE_IN_FUTURE'],
  }),
  createBulk: endpoint({
    method: 'POST',
    path: '/wells/:wellId/production/bulk',
    access: 'ENTER',
    summary: 'Record up to 31 days at once: all of them or none',
    tag,
    params: wellParams,
    body: productionBulkSchema,
    status: 201,
    answer: z.object({ items: z.array(productionRecordSchema) }),
    problems: ['WELL_NOT_FOUND', 'WELL_PLUGGED', 'PRODUCTION_EXISTS', 'DATE_IN_FUTURE'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/wells/:wellId/production',
    access: 'READ',
    summary: "A well's production history, as JSON or (`format=csv`) all of it as CSV",
    tag,
    params: wellParams,
    query: z
      .object({
        ...pageQuery,
        ...dayRange,
        entryMethod: entryMethodSchema.optional(),
        createdBy: uuidSchema.optional(),
        minOilVolume: queryNumber.optional(),
        maxOilVolume: queryNumber.optional(),
        minGasVolume: queryNumber.optional(),
        maxGasVolume: queryNumber.optional(),
        minWaterVolume: queryNumber.optional(),
        maxWaterVolume: queryNumber.optional(),
        search: text(100).optional().meta({ description: 'In the notes' }),
        sort: z
          .enum(['productionDate', 'oilVolume', 'gasVolume', 'waterVolume', 'updatedAt'])
          .default('productionDate'),
        order: orderSchema.default('desc'),
        format: z.enum(['json', 'csv']).default('json'),
      })
      .refine(isOrdered, NOT_ORDERED),
    status: 200,
    answer: countedPageOf(productionRecordSchema),
    produces: ['application/json', 'text/csv'],
    problems: ['WELL_NOT_FOUND'],
  }),
  summary: endpoint({
    method: 'GET',
    path: '/wells/:wellId/production/summary',
    access: 'READ',
    summary: 'Totals, averages and ratios of a range, also by day, week or month',
    tag,
    params: wellParams,
    query: z
      .object({ ...dayRange, by: z.enum(['day', 'week', 'month']).optional() })
      .refine(isOrdered, NOT_ORDERED),
    status: 200,
    answer: productionSummarySchema,
    problems: ['WELL_NOT_FOUND'],
  }),
  series: endpoint({
    method: 'GET',
    path: '/wells/:wellId/production/series',
    access: 'READ',
    summary: 'Daily volumes in columns, for charts',
    tag,
    params: wellParams,
    query: z.object(dayRange).refine(isOrdered, NOT_ORDERED),
    status: 200,
    answer: productionSeriesSchema,
    problems: ['WELL_NOT_FOUND'],
  }),
  get: endpoint({
    method: 'GET',
    path: '/wells/:wellId/production/:date',
    access: 'READ',
    summary: 'The record of one day',
    tag,
    params: z.object({ wellId: uuidSchema, date: daySchema }),
    status: 200,
    answer: productionRecordSchema,
    problems: ['WELL_NOT_FOUND', 'PRODUCTION_NOT_FOUND'],
  }),
  update: endpoint({
    method: 'PUT',
    path: '/wells/:wellId/production/:id',
    access: 'ENTER',
    summary: 'Change a record',
    tag,
    params: recordParams,
    body: productionUpdateSchema,
    status: 200,
    answer: productionRecordSchema,
    problems: ['WELL_NOT_FOUND', 'PRODUCTION_NOT_FOUND', 'WELL_PLUGGED', 'VERSION_CONFLICT'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/wells/:wellId/production/:id',
    access: 'ENTER',
    summary: 'Delete a record (soft); operators only what they entered themselves',
    tag,
    params: recordParams,
    status: 204,
    answer: null,
    problems: ['WELL_NOT_FOUND', 'PRODUCTION_NOT_FOUND'],
  }),
  history: endpoint({
    method: 'GET',
    path: '/wells/:wellId/production/:id/history',
    access: 'READ',
    summary: 'Who changed what in a record, when and from where',
    tag,
    params: recordParams,
    status: 200,
    answer: wholeListOf(historyEntrySchema),
    problems: ['WELL_NOT_FOUND', 'PRODUCTION_NOT_FOUND'],
  }),
  photos: endpoint({
    method: 'GET',
    path: '/wells/:wellId/production/:id/photos',
    access: 'READ',
    summary: 'The photos of a record, oldest first, with addresses that work for some minutes',
    tag,
    params: recordParams,
    status: 200,
    answer: wholeListOf(photoSchema),
    problems: ['WELL_NOT_FOUND', 'PRODUCTION_NOT_FOUND'],
  }),
  daySheet: endpoint({
    method: 'GET',
    path: '/production',
    access: 'READ',
    summary: 'The sheet of one day: every well in route order with its record and the one of the day before',
    tag,
    query: z.object({
      date: daySchema.optional().meta({ description: "The tenant's today if left out" }),
      route: text(60).optional(),
    }),
    status: 200,
    answer: daySheetSchema,
  }),
};
